using RollingDeploy.Core;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Durability;

/// <summary>What is written to the store together.</summary>
internal sealed class CommandGroup
{
    /// <summary>The entries in order.</summary>
    public List<JournalEntry> Entries { get; } = [];

    /// <summary>A group that is lost already.</summary>
    public static readonly CommandGroup Lost = new();

    static CommandGroup() => Lost.Done.SetResult(false);

    /// <summary>Completed when the entries are kept (true) or lost (false).</summary>
    public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Writes the entries.</summary>
    /// <exception cref="StateStoreException">They could not be written.</exception>
    public void WriteTo(IStateStore store)
    {
        foreach (var entry in Entries)
        {
            if (entry.Origin is { } origin)
            {
                using var document = new MemoryStream(origin);
                store.PutSnapshot(new(entry.Account, entry.Sequence - 1, entry.Wall), document);
            }
        }

        store.Append(Entries.ConvertAll(entry => entry.ToStored()));
        Entries.ForEach(entry => entry.Kept());
    }
}

/// <summary>A command that is to be kept.</summary>
/// <param name="Account">The account of its world.</param>
/// <param name="Sequence">Its sequence number in the account.</param>
/// <param name="Wall">The time of the wall clock.</param>
/// <param name="At">The virtual time.</param>
/// <param name="Command">The command.</param>
/// <param name="Origin">The document of the world as it began, with its first command; null with the others.</param>
/// <param name="Kept">Called when it is kept.</param>
internal sealed record JournalEntry(
    string Account, long Sequence, DateTimeOffset Wall, DateTimeOffset At, Command Command, byte[]? Origin, Action Kept)
{
    /// <summary>Returns the command as it is kept.</summary>
    public StoredCommand ToStored() =>
        new(Account, Sequence, Wall, CommandDocument.Write(new CommandEnvelope(Sequence, At, null, Command)));
}
