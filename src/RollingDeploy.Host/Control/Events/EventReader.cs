using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// Reads the events of an account from a place on, through all of its epochs. It takes them from the rings of the logs and never
/// waits for the lock of the world.
/// </summary>
/// <param name="logs">The logs of the account.</param>
/// <param name="log">The log of the epoch of <paramref name="place"/>; null if it is not at hand.</param>
/// <param name="place">Where to begin.</param>
internal sealed class EventReader(EpochLogs logs, EventLog? log, EventPlace place)
{
    /// <summary>The log of the last event. It is kept, because an epoch may end before the reader has read all of it.</summary>
    public EventLog? Log { get; private set; } = log;

    /// <summary>The place after the last event that was read.</summary>
    public EventPlace Place { get; private set; } = place;

    /// <summary>Goes on from another place.</summary>
    public void GoTo(EventPlace place, EventLog? log) => (Place, Log) = (place, log ?? Log);

    /// <summary>Reads the next events. There are none if the reader has reached the present.</summary>
    /// <param name="most">The maximum number of events.</param>
    /// <param name="missed">What was dropped before them; null for nothing.</param>
    public IReadOnlyList<LoggedEvent> Read(int most, out MissedEvents? missed)
    {
        missed = null;
        while ((Log = Same(Log)) is { } log)
        {
            // The order matters: a log that has a next one by now is complete.
            var next = logs.After(log);
            if (log.Epoch != Place.Epoch || Place.Sequence > log.Last)
            {
                missed = new(Place.Next, new(log.Epoch, 0));
                Place = new(log.Epoch, 0);
            }

            var found = log.Read(Place.Sequence, most);
            if (found.Count > 0)
            {
                missed = Advance(found, missed);
                return found;
            }

            if (next is null || log.Kept < log.Last)
            {
                break;
            }

            // The next epoch begins with its first event, so nothing is missed. If its log is a later one, whole epochs are.
            (Log, Place) = (next, next.Epoch == log.Epoch + 1 ? new(next.Epoch, 0) : Place);
        }

        return [];
    }

    // A world that has lost commands is made again, and its epoch goes on in another log.
    private EventLog? Same(EventLog? log) =>
        logs.Present is { } present && (log is null || log.Epoch == present.Epoch) ? present : log;

    private MissedEvents? Advance(List<LoggedEvent> found, MissedEvents? missed)
    {
        var before = Place with { Sequence = found[0].Happened.Sequence - 1 };
        var dropped = before.Sequence > Place.Sequence;
        missed = missed is { } earlier ? earlier with { To = before } : dropped ? new(Place.Next, before) : null;
        Place = Place with { Sequence = found[^1].Happened.Sequence };
        return missed;
    }
}
