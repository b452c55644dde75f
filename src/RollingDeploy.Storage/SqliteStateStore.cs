using Microsoft.Data.Sqlite;

namespace RollingDeploy.Storage;

/// <summary>Keeps the worlds in one file of SQLite. No other process can open the file meanwhile.</summary>
public sealed partial class SqliteStateStore : IStateStore
{
    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly SqliteConnection _connection;

    private SqliteStateStore(string path)
    {
        _path = path;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,

            // Another process keeps the file as long as it runs, so there is nothing to wait for.
            DefaultTimeout = 1,
        }.ToString());
    }

    /// <summary>Opens a state file, or creates it.</summary>
    /// <exception cref="StateStoreException">It cannot be opened, or it is not a state file. The file was not changed.</exception>
    public static SqliteStateStore Open(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            var exists = StateFile.Exists(full);
            if (exists)
            {
                StateFile.RequireSound(full);
            }

            return Open(full, exists);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StateErrors.CannotOpen(full, error);
        }
    }

    private static SqliteStateStore Open(string path, bool exists)
    {
        var store = new SqliteStateStore(path);
        try
        {
            store._connection.Open();
            store.Prepare(exists);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Append(IReadOnlyCollection<StoredCommand> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        Guarded(StateErrors.CannotWrite, () =>
        {
            using var transaction = _connection.BeginTransaction();
            using var insert = Command(
                "INSERT INTO commands (account, sequence, wall, document) VALUES ($account, $sequence, $wall, $document)",
                transaction);
            foreach (var command in commands)
            {
                Bind(insert, command.Account, command.Sequence, command.Wall);
                insert.Parameters.AddWithValue("$document", command.Document);
                insert.ExecuteNonQuery();
            }

            // A transaction without a change is not written.
            Execute("UPDATE state SET commits = commits + 1", transaction);
            transaction.Commit();
        });
    }

    /// <inheritdoc/>
    public IEnumerable<StoredCommand> ReadAfter(string account, long sequence)
    {
        const int Page = 1000;
        while (true)
        {
            var page = Guarded(StateErrors.CannotRead, () => ReadPage(account, sequence, Page));
            foreach (var command in page)
            {
                yield return command;
                sequence = command.Sequence;
            }

            if (page.Count < Page)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection.Dispose();
        }
    }

    private void Prepare(bool exists)
    {
        // Nothing is written before the file is locked. The lock is kept until the connection is closed.
        Execute("PRAGMA locking_mode = EXCLUSIVE");
        Execute("BEGIN EXCLUSIVE");
        Execute("COMMIT");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        if (!exists)
        {
            Create();
        }

        Execute(Schema.Receivers);
    }

    private void Create()
    {
        using var transaction = _connection.BeginTransaction();
        Execute(Schema.Text, transaction);
        Execute(FormattableString.Invariant($"PRAGMA application_id = {StateFile.ApplicationId}"), transaction);
        Execute(FormattableString.Invariant($"PRAGMA user_version = {StateFile.Format}"), transaction);
        transaction.Commit();

        // So that the file itself says what it is, and not only its log.
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private List<StoredCommand> ReadPage(string account, long sequence, int most)
    {
        using var query = Command(
            "SELECT sequence, wall, document FROM commands WHERE account = $account AND sequence > $sequence "
            + "ORDER BY sequence LIMIT $most");
        query.Parameters.AddWithValue("$account", account);
        query.Parameters.AddWithValue("$sequence", sequence);
        query.Parameters.AddWithValue("$most", most);
        using var rows = query.ExecuteReader();
        var page = new List<StoredCommand>();
        while (rows.Read())
        {
            page.Add(new(account, rows.GetInt64(0), Time(rows.GetInt64(1)), rows.GetString(2)));
        }

        return page;
    }

    private SqliteCommand Command(string sql, SqliteTransaction? transaction = null)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }

    private void Execute(string sql, SqliteTransaction? transaction = null)
    {
        using var command = Command(sql, transaction);
        command.ExecuteNonQuery();
    }

    private static void Bind(SqliteCommand command, string account, long sequence, DateTimeOffset wall)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$account", account);
        command.Parameters.AddWithValue("$sequence", sequence);
        command.Parameters.AddWithValue("$wall", wall.ToUnixTimeMilliseconds());
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private void Guarded(Func<string, SqliteException, StateStoreException> explain, Action action) =>
        Guarded(explain, () =>
        {
            action();
            return true;
        });

    private T Guarded<T>(Func<string, SqliteException, StateStoreException> explain, Func<T> action)
    {
        lock (_lock)
        {
            try
            {
                return action();
            }
            catch (SqliteException error)
            {
                throw explain(_path, error);
            }
        }
    }
}
