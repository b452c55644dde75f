using Microsoft.Data.Sqlite;

namespace RollingDeploy.Storage;

/// <summary>The sentences for errors of the store.</summary>
internal static class StateErrors
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpenFile = 14;
    private const int NotADatabase = 26;

    public static StateStoreException CannotOpen(string path, Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } =>
            new($"{path} is in use by another process. Stop it, or use another file.", error),
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => Damaged(path, error),
        SqliteException { SqliteErrorCode: ReadOnly } or UnauthorizedAccessException =>
            new($"{path} cannot be written. The user who runs RollingDeploy must be able to write it and its folder.", error),
        SqliteException { SqliteErrorCode: CannotOpenFile } when !Directory.Exists(Path.GetDirectoryName(path)) =>
            new($"{path} cannot be created: there is no folder {Path.GetDirectoryName(path)}.", error),
        SqliteException { SqliteErrorCode: CannotOpenFile } when Directory.Exists(path) =>
            new($"{path} is a folder. Use a file in it, such as {Path.Combine(path, "state.db")}.", error),
        SqliteException { SqliteErrorCode: Full } => new($"{path} cannot be written: the disk is full.", error),
        _ => new($"{path} cannot be opened: {error.Message}", error),
    };

    public static StateStoreException Damaged(string path, Exception? error = null) =>
        new($"{path} is damaged. Use a copy of it, or another file.", error);

    public static StateStoreException CannotWrite(string path, SqliteException error) => new(error.SqliteErrorCode switch
    {
        Full => $"{path} cannot be written: the disk is full.",
        ReadOnly => $"{path} cannot be written: it is read-only.",
        _ => $"{path} cannot be written: {error.Message}",
    }, error);

    public static StateStoreException CannotRead(string path, SqliteException error) =>
        error.SqliteErrorCode is Corrupt or NotADatabase
            ? Damaged(path, error)
            : new($"{path} cannot be read: {error.Message}", error);
}
