namespace RollingDeploy.Core;

/// <summary>The members of a snapshot beside its items.</summary>
internal sealed class SnapshotHeader
{
    private int? _format;
    private string? _account;
    private long? _epoch;

    /// <summary>The account ID.</summary>
    public string Account
    {
        get => _account ?? throw Missing("account");
        init => _account = value;
    }

    /// <summary>The epoch of the world.</summary>
    public long Epoch
    {
        get => _epoch ?? throw Missing("epoch");
        init => _epoch = value;
    }

    /// <summary>The virtual time, for people; null if it was not read yet.</summary>
    public DateTimeOffset? Now { get; set; }

    /// <summary>Throws an exception if this version cannot read the items.</summary>
    public void RequireComplete()
    {
        _ = _format ?? throw Missing("format");
        _ = (Account, Epoch);
    }

    /// <summary>Reads a member.</summary>
    public void Read(string name, SnapshotTokens tokens)
    {
        switch (name)
        {
            case "format":
                _format = RequireKnown(SnapshotValue.Read<int>(name, tokens.NextValue()));
                break;
            case "account":
                _account = RequireAccount(SnapshotValue.Read<string>(name, tokens.NextValue()));
                break;
            case "now":
                Now = SnapshotValue.Read<DateTimeOffset>(name, tokens.NextValue());
                break;
            case "epoch":
                _epoch = SnapshotValue.Read<long>(name, tokens.NextValue());
                break;
            default:
                throw new SnapshotException(
                    $"{name}: there is no such member. A snapshot has format, account, now, epoch and items.");
        }
    }

    private static int RequireKnown(int format) => format switch
    {
        SnapshotDocument.Format => format,
        > SnapshotDocument.Format => throw new SnapshotException(
            $"The snapshot has the format {format}, from a newer version of RollingDeploy. This version reads the format {SnapshotDocument.Format}."),
        _ => throw new SnapshotException($"format: {format} is no format of snapshots. This version reads the format {SnapshotDocument.Format}."),
    };

    private static string RequireAccount(string account) => account.Length == 12 && account.All(char.IsAsciiDigit)
        ? account
        : throw new SnapshotException($"account: '{account}' is no account ID, which has twelve digits.");

    private static SnapshotException Missing(string name) => new(
        $"The member {name} must come before items. Without it, this is no snapshot of RollingDeploy.");
}
