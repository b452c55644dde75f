namespace RollingDeploy.Storage;

/// <summary>The snapshots, which are kept in parts.</summary>
public sealed partial class SqliteStateStore
{
    /// <inheritdoc/>
    public void PutSnapshot(StoredSnapshot snapshot, Stream document)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(document);
        var buffer = new byte[SnapshotStream.PartLength];

        // Each part is a transaction of its own, so that commands can be kept in between. An unfinished snapshot is never read.
        Guarded(StateErrors.CannotWrite, () => DropUnfinished(snapshot.Account));
        for (var part = 0; document.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is > 0 and var length; part++)
        {
            Guarded(StateErrors.CannotWrite, () => PutPart(snapshot, part, buffer[..length]));
        }

        Guarded(StateErrors.CannotWrite, () => Finish(snapshot));
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredSnapshot> LatestSnapshots() => Guarded(StateErrors.CannotRead, () =>
    {
        using var query = Command("SELECT account, MAX(sequence), wall FROM snapshots GROUP BY account ORDER BY account");
        using var rows = query.ExecuteReader();
        var found = new List<StoredSnapshot>();
        while (rows.Read())
        {
            found.Add(new(rows.GetString(0), rows.GetInt64(1), Time(rows.GetInt64(2))));
        }

        return found;
    });

    /// <inheritdoc/>
    public Stream Open(StoredSnapshot snapshot) =>
        new SnapshotStream(part => Guarded(StateErrors.CannotRead, () => ReadPart(snapshot, part)));

    private void DropUnfinished(string account)
    {
        using var drop = Command(
            "DELETE FROM parts WHERE account = $account AND sequence NOT IN "
            + "(SELECT sequence FROM snapshots WHERE account = $account)");
        drop.Parameters.AddWithValue("$account", account);
        drop.ExecuteNonQuery();
    }

    private void PutPart(StoredSnapshot snapshot, int part, byte[] bytes)
    {
        using var insert = Command(
            "INSERT OR REPLACE INTO parts (account, sequence, part, bytes) VALUES ($account, $sequence, $part, $bytes)");
        Bind(insert, snapshot.Account, snapshot.Sequence, snapshot.Wall);
        insert.Parameters.AddWithValue("$part", part);
        insert.Parameters.AddWithValue("$bytes", bytes);
        insert.ExecuteNonQuery();
    }

    private void Finish(StoredSnapshot snapshot)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var sql in Schema.Finish)
        {
            using var step = Command(sql, transaction);
            Bind(step, snapshot.Account, snapshot.Sequence, snapshot.Wall);
            step.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private byte[]? ReadPart(StoredSnapshot snapshot, int part)
    {
        using var query = Command("SELECT bytes FROM parts WHERE account = $account AND sequence = $sequence AND part = $part");
        Bind(query, snapshot.Account, snapshot.Sequence, snapshot.Wall);
        query.Parameters.AddWithValue("$part", part);
        return (byte[]?)query.ExecuteScalar();
    }
}
