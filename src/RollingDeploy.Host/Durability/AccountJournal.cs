using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Durability;

/// <summary>Records the commands of one account.</summary>
/// <param name="account">The account.</param>
/// <param name="journal">Keeps the commands of all accounts.</param>
/// <param name="wall">Returns the time of the wall clock.</param>
/// <param name="eventsKept">Called when more events of a log are kept.</param>
internal sealed class AccountJournal(
    string account, CommandJournal journal, Func<DateTimeOffset> wall, Action<EventLog> eventsKept) : ICommandRecorder
{
    private Func<byte[]>? _origin;
    private long _last;

    /// <inheritdoc/>
    public bool IsRecording { get; private set; }

    /// <summary>Records from now on.</summary>
    /// <param name="last">The sequence number of the last command that is kept; 0 for none.</param>
    /// <param name="origin">Returns the document of a world that nothing is kept of; null for another world.</param>
    public void Begin(long last, Func<byte[]>? origin)
    {
        (_last, _origin) = (last, origin);
        IsRecording = true;
    }

    /// <inheritdoc/>
    public bool HasRoom => journal.Problem is null;

    /// <inheritdoc/>
    public void RequireRoom() => journal.RequireRoom();

    /// <inheritdoc/>
    public void Record(Command command, DateTimeOffset at, EventLog log)
    {
        var last = log.Last;
        journal.Add(new JournalEntry(account, ++_last, wall(), at, command, _origin?.Invoke(), () => Keep(log, last)));
        _origin = null;
    }

    private void Keep(EventLog log, long last)
    {
        log.Kept = last;
        eventsKept(log);
    }
}
