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
    // Some seconds of a start.
    private const int CommandsUntilSnapshot = 20_000;

    private Func<byte[]>? _origin;

    /// <inheritdoc/>
    public bool IsRecording { get; private set; }

    /// <summary>The sequence number of the last command. Read it while the world is locked.</summary>
    public long Last { get; private set; }

    /// <summary>The last change of the clock in this epoch; null if it is as the settings say.</summary>
    public SetClock? Clock { get; private set; }

    /// <summary>The number of commands since the last snapshot.</summary>
    public long SinceSnapshot { get; set; }

    /// <summary>Records from now on.</summary>
    /// <param name="last">The sequence number of the last command that is kept; 0 for none.</param>
    /// <param name="origin">Returns the document of a world that nothing is kept of; null for another world.</param>
    /// <param name="clock">The last change of the clock.</param>
    public void Begin(long last, Func<byte[]>? origin, SetClock? clock)
    {
        (Last, _origin, Clock) = (last, origin, clock);
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
        Clock = command switch
        {
            SetClock set => set,
            Reset => null,
            _ => Clock,
        };
        journal.Add(new JournalEntry(account, ++Last, wall(), at, command, _origin?.Invoke(), () => Keep(log, last)));
        _origin = null;
        if (++SinceSnapshot % CommandsUntilSnapshot == 0)
        {
            journal.SnapshotWanted?.Invoke(account);
        }
    }

    private void Keep(EventLog log, long last)
    {
        log.Kept = last;
        eventsKept(log);
    }
}
