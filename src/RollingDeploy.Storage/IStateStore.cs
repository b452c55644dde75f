namespace RollingDeploy.Storage;

/// <summary>
/// Keeps the worlds of all accounts: a snapshot of each world, and the commands after it. It knows nothing of what is in them.
/// Its methods can be called by several threads.
/// </summary>
public interface IStateStore : IDisposable
{
    /// <summary>
    /// Keeps commands, all or none of them. When it returns, they are kept also if the machine stops. Without commands, it finds
    /// out whether the store can be written to.
    /// </summary>
    /// <exception cref="StateStoreException">They could not be kept.</exception>
    void Append(IReadOnlyCollection<StoredCommand> commands);

    /// <summary>Returns the commands of an account after a sequence number, in order.</summary>
    /// <exception cref="StateStoreException">They cannot be read.</exception>
    IEnumerable<StoredCommand> ReadAfter(string account, long sequence);

    /// <summary>
    /// Keeps a snapshot, and drops the older snapshots and commands of this account that it replaces. Other calls do not wait for
    /// the whole of it.
    /// </summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="document">Its document.</param>
    /// <exception cref="StateStoreException">It could not be kept. Nothing was dropped.</exception>
    void PutSnapshot(StoredSnapshot snapshot, Stream document);

    /// <summary>Returns the latest snapshot of each account. Every account that has commands has one.</summary>
    /// <exception cref="StateStoreException">They cannot be read.</exception>
    IReadOnlyList<StoredSnapshot> LatestSnapshots();

    /// <summary>Opens the document of a snapshot.</summary>
    /// <exception cref="StateStoreException">It cannot be read.</exception>
    Stream Open(StoredSnapshot snapshot);
}

/// <summary>A command of a world.</summary>
/// <param name="Account">The account of the world.</param>
/// <param name="Sequence">Its sequence number in the account.</param>
/// <param name="Wall">The time of the wall clock when it ran, from which the time away is counted.</param>
/// <param name="Document">The command as text.</param>
public sealed record StoredCommand(string Account, long Sequence, DateTimeOffset Wall, string Document);

/// <summary>A snapshot of a world.</summary>
/// <param name="Account">The account of the world.</param>
/// <param name="Sequence">The sequence number of the last command that it contains; 0 for none.</param>
/// <param name="Wall">The time of the wall clock when it was taken.</param>
public sealed record StoredSnapshot(string Account, long Sequence, DateTimeOffset Wall);

/// <summary>The exception for a store that cannot be opened, read or written. The message is one sentence for users.</summary>
public sealed class StateStoreException(string message, Exception? cause = null) : Exception(message, cause);
