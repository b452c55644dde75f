namespace RollingDeploy.Storage;

/// <summary>The tables of a state file.</summary>
internal static class Schema
{
    /// <summary>Creates the tables.</summary>
    public const string Text =
        """
        CREATE TABLE state (commits INTEGER NOT NULL);
        INSERT INTO state (commits) VALUES (0);
        CREATE TABLE commands (
            account TEXT NOT NULL, sequence INTEGER NOT NULL, wall INTEGER NOT NULL, document TEXT NOT NULL,
            PRIMARY KEY (account, sequence)) WITHOUT ROWID;
        CREATE TABLE snapshots (
            account TEXT NOT NULL, sequence INTEGER NOT NULL, wall INTEGER NOT NULL,
            PRIMARY KEY (account, sequence)) WITHOUT ROWID;
        CREATE TABLE parts (
            account TEXT NOT NULL, sequence INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY (account, sequence, part));
        """;

    /// <summary>
    /// Creates the tables of the receivers of events. A file of an earlier version gets them when it is opened, and that version
    /// ignores them.
    /// </summary>
    public const string Receivers =
        """
        CREATE TABLE IF NOT EXISTS places (
            receiver TEXT NOT NULL, account TEXT NOT NULL, epoch INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (receiver, account)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS waiting (
            receiver TEXT NOT NULL, account TEXT NOT NULL, epoch INTEGER NOT NULL, sequence INTEGER NOT NULL,
            name TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (receiver, account, epoch, sequence));
        """;

    /// <summary>Makes a snapshot valid, and drops what it replaces.</summary>
    public static readonly string[] Finish =
    [
        "INSERT OR REPLACE INTO snapshots (account, sequence, wall) VALUES ($account, $sequence, $wall)",
        "DELETE FROM snapshots WHERE account = $account AND sequence < $sequence",
        "DELETE FROM parts WHERE account = $account AND sequence < $sequence",
        "DELETE FROM commands WHERE account = $account AND sequence <= $sequence",
    ];

    /// <summary>Moves a receiver on, and drops what waited for it up to there.</summary>
    public static readonly string[] Move =
    [
        "INSERT OR REPLACE INTO places (receiver, account, epoch, sequence) VALUES ($receiver, $account, $epoch, $sequence)",
        "DELETE FROM waiting WHERE receiver = $receiver AND account = $account AND (epoch, sequence) <= ($epoch, $sequence)",
    ];
}
