namespace RollingDeploy.Core.Kernel;

/// <summary>What an entry of the schedule is about. At one instant they run in this order, so a bake that ends on a full
/// minute sees that minute's alarm.</summary>
public enum DueKind
{
    /// <summary>What was armed for a moment of a deployment counts from now on.</summary>
    Armed,

    /// <summary>Instances come into service or are gone, traffic has settled.</summary>
    Fleet,

    /// <summary>A minute of metrics is published.</summary>
    Metrics,

    /// <summary>The actions of a composite alarm were kept back long enough.</summary>
    Suppression,

    /// <summary>Alarms of one evaluation interval are evaluated.</summary>
    AlarmEvaluation,

    /// <summary>Policies whose alarms are in ALARM act on a scalable target.</summary>
    Scaling,

    /// <summary>A deployment looks again.</summary>
    Deployment,
}

/// <summary>One thing that waits. It is data and not a closure, so a world can be replayed, saved and compared.</summary>
public readonly record struct ScheduleEntry(DateTimeOffset Due, DueKind Kind, long Sequence, Owner Owner);

/// <summary>Everything in a world that waits, in one priority queue: by due time, then kind, then order of arrival.</summary>
public sealed class Schedule
{
    private readonly PriorityQueue<ScheduleEntry, (DateTimeOffset Due, DueKind Kind, long Sequence)> _queue = new();
    private long _sequence;

    /// <summary>The number of entries.</summary>
    public int Count => _queue.Count;

    /// <summary>When the next entry is due; null when nothing waits.</summary>
    public DateTimeOffset? NextDue => _queue.TryPeek(out var entry, out _) ? entry.Due : null;

    /// <summary>Every entry, in no particular order.</summary>
    public IEnumerable<ScheduleEntry> Entries => _queue.UnorderedItems.Select(item => item.Element);

    /// <summary>Adds an entry for <paramref name="owner"/> at <paramref name="due"/>.</summary>
    public void Add(DateTimeOffset due, DueKind kind, Owner owner)
    {
        var entry = new ScheduleEntry(due, kind, _sequence++, owner);
        _queue.Enqueue(entry, (due, kind, entry.Sequence));
    }

    /// <summary>Takes the next entry that is due at or before <paramref name="until"/>.</summary>
    public bool TryTake(DateTimeOffset until, out ScheduleEntry entry)
    {
        if (_queue.TryPeek(out entry, out _) && entry.Due <= until)
        {
            _queue.Dequeue();
            return true;
        }

        entry = default;
        return false;
    }
}
