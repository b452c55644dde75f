using Microsoft.Data.Sqlite;

namespace RollingDeploy.Storage;

/// <summary>How far the receivers of events have come.</summary>
public sealed partial class SqliteStateStore : IDeliveryStore
{
    /// <inheritdoc/>
    public IReadOnlyList<StoredPlace> ReadPlaces() => Guarded(StateErrors.CannotRead, () =>
    {
        using var query = Command("SELECT receiver, account, epoch, sequence FROM places");
        using var rows = query.ExecuteReader();
        var found = new List<StoredPlace>();
        while (rows.Read())
        {
            found.Add(PlaceIn(rows));
        }

        return found;
    });

    /// <inheritdoc/>
    public void PutPlaces(IReadOnlyCollection<StoredPlace> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        Guarded(StateErrors.CannotWrite, () =>
        {
            // This can be lost, so nobody waits for the disk. What is written next takes it there too.
            Execute("PRAGMA synchronous = NORMAL");
            try
            {
                Put(places);
            }
            finally
            {
                Execute("PRAGMA synchronous = FULL");
            }
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredPost> ReadWaiting(string receiver, string account) => Guarded(StateErrors.CannotRead, () =>
    {
        using var query = Command(
            "SELECT receiver, account, epoch, sequence, name, body FROM waiting "
            + "WHERE receiver = $receiver AND account = $account ORDER BY epoch, sequence");
        query.Parameters.AddWithValue("$receiver", receiver);
        query.Parameters.AddWithValue("$account", account);
        using var rows = query.ExecuteReader();
        var found = new List<StoredPost>();
        while (rows.Read())
        {
            found.Add(new(PlaceIn(rows), rows.GetString(4), (byte[])rows.GetValue(5)));
        }

        return found;
    });

    /// <inheritdoc/>
    public void PutWaiting(IReadOnlyCollection<StoredPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        Guarded(StateErrors.CannotWrite, () =>
        {
            using var transaction = _connection.BeginTransaction();
            using var insert = Command(
                "INSERT OR REPLACE INTO waiting (receiver, account, epoch, sequence, name, body) "
                + "VALUES ($receiver, $account, $epoch, $sequence, $name, $body)",
                transaction);
            foreach (var post in posts)
            {
                Bind(insert, post.Place);
                insert.Parameters.AddWithValue("$name", post.Name);
                insert.Parameters.AddWithValue("$body", post.Body);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        });
    }

    private void Put(IReadOnlyCollection<StoredPlace> places)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var sql in Schema.Move)
        {
            using var step = Command(sql, transaction);
            foreach (var place in places)
            {
                Bind(step, place);
                step.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static StoredPlace PlaceIn(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3));

    private static void Bind(SqliteCommand command, StoredPlace place)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$receiver", place.Receiver);
        command.Parameters.AddWithValue("$account", place.Account);
        command.Parameters.AddWithValue("$epoch", place.Epoch);
        command.Parameters.AddWithValue("$sequence", place.Sequence);
    }
}
