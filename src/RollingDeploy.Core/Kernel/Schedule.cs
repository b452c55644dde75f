namespace RollingDeploy.Core.Kernel;

/// <summary>
/// The types of scheduled work. Entries with the same due time run in this order. So a bake that ends on a full minute uses the
/// state that alarms get at that minute.
/// </summary>
internal enum DueKind
{
    /// <summary>A fault or behavior that was armed for a moment of a deployment becomes active.</summary>
    Armed,

    /// <summary>Instances come into service or are terminated, or a traffic shift ends.</summary>
    Fleet,

    /// <summary>Asynchronous requests end or expire.</summary>
    Requests,

    /// <summary>A minute of metrics is published.</summary>
    Metrics,

    /// <summary>The time during which the actions of a composite alarm are suppressed ends.</summary>
    Suppression,

    /// <summary>The warm-up period of a metric alarm ends.</summary>
    WarmUp,

    /// <summary>The alarms of one evaluation interval are evaluated.</summary>
    AlarmEvaluation,

    /// <summary>Scheduled actions set the bounds of a scalable target.</summary>
    ScheduledAction,

    /// <summary>Scaling policies whose alarms are in ALARM scale a scalable target.</summary>
    Scaling,

    /// <summary>A deployment checks whether it can continue.</summary>
    Deployment,
}

/// <summary>
/// An entry of the schedule. It is data and not a delegate, so that worlds can be replayed, saved and compared.
/// </summary>
internal readonly record struct ScheduleEntry(DateTimeOffset Due, DueKind Kind, long Sequence, Owner Owner);

/// <summary>
/// The scheduled work of a world, in a priority queue. The order is due time, then kind, then order of addition.
/// </summary>
internal sealed class Schedule
{
    private readonly PriorityQueue<ScheduleEntry, (DateTimeOffset Due, DueKind Kind, long Sequence)> _queue = new();
    private long _sequence;

    /// <summary>The number of entries.</summary>
    public int Count => _queue.Count;

    /// <summary>When the next entry is due; null if there is none.</summary>
    public DateTimeOffset? NextDue => _queue.TryPeek(out var entry, out _) ? entry.Due : null;

    /// <summary>All entries, in no particular order.</summary>
    public IEnumerable<ScheduleEntry> Entries => _queue.UnorderedItems.Select(item => item.Element);

    /// <summary>Adds an entry for <paramref name="owner"/> at <paramref name="due"/>.</summary>
    public void Add(DateTimeOffset due, DueKind kind, Owner owner)
    {
        var entry = new ScheduleEntry(due, kind, _sequence++, owner);
        _queue.Enqueue(entry, (due, kind, entry.Sequence));
    }

    /// <summary>
    /// Removes and returns the next entry that is due at or before <paramref name="until"/>. Returns false if there is none.
    /// </summary>
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
