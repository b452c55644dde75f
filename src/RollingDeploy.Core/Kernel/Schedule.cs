using System.Runtime.InteropServices;

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

    /// <summary>A metric alarm is evaluated.</summary>
    AlarmEvaluation,

    /// <summary>The composite alarms are evaluated, after all metric alarms of this time.</summary>
    CompositeAlarms,

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
internal readonly record struct ScheduleEntry(DateTimeOffset Due, DueKind Kind, long Sequence, Owner Owner)
{
    /// <summary>Its place in the order of the schedule.</summary>
    public SchedulePlace Place => new(Due, Kind, Owner);
}

/// <summary>
/// A place in the order of the schedule: due time, then kind, then owner. It does not depend on when an entry was added. So those
/// who sleep until something happens run in the same order as if they had looked at every minute.
/// </summary>
internal readonly record struct SchedulePlace(DateTimeOffset Due, DueKind Kind, Owner Owner) : IComparable<SchedulePlace>
{
    /// <inheritdoc/>
    public int CompareTo(SchedulePlace other)
    {
        // Enums are compared as numbers, because their own comparison allocates.
        var order = Due.CompareTo(other.Due);
        order = order != 0 ? order : Kind - other.Kind;
        order = order != 0 ? order : string.CompareOrdinal(Owner.Region, other.Owner.Region);
        order = order != 0 ? order : Owner.Type - other.Owner.Type;
        return order != 0 ? order : string.CompareOrdinal(Owner.Name, other.Owner.Name);
    }
}

/// <summary>The scheduled work of a world, in a priority queue in the order of <see cref="SchedulePlace"/>.</summary>
internal sealed class Schedule
{
    private readonly PriorityQueue<ScheduleEntry, (SchedulePlace Place, long Sequence)> _queue = new();
    private readonly Dictionary<DueKind, long> _taken = [];
    private SchedulePlace? _furthest;
    private bool _isRunning;
    private DateTimeOffset? _settled;
    private long _sequence;

    /// <summary>The number of entries.</summary>
    public int Count => _queue.Count;

    /// <summary>When the next entry is due; null if there is none.</summary>
    public DateTimeOffset? NextDue => _queue.TryPeek(out var entry, out _) ? entry.Due : null;

    /// <summary>The number of entries that were taken, by kind.</summary>
    public IReadOnlyDictionary<DueKind, long> Taken => _taken;

    /// <summary>All entries, in no particular order.</summary>
    public IEnumerable<ScheduleEntry> Entries => _queue.UnorderedItems.Select(item => item.Element);

    /// <summary>The furthest place that has run, and when a command ran last, for a snapshot.</summary>
    public (SchedulePlace? Furthest, DateTimeOffset? Settled) Save() => (_furthest, _settled);

    /// <summary>Continues as in a snapshot. The entries are added on their own.</summary>
    public void Restore(SchedulePlace? furthest, DateTimeOffset? settled) => (_furthest, _settled) = (furthest, settled);

    /// <summary>Adds an entry for <paramref name="owner"/> at <paramref name="due"/>.</summary>
    public void Add(DateTimeOffset due, DueKind kind, Owner owner)
    {
        var entry = new ScheduleEntry(due, kind, _sequence++, owner);
        _queue.Enqueue(entry, (entry.Place, entry.Sequence));
    }

    /// <summary>
    /// Removes and returns the next entry that is due at or before <paramref name="until"/>. Returns false if there is none.
    /// </summary>
    public bool TryTake(DateTimeOffset until, out ScheduleEntry entry)
    {
        if (_queue.TryPeek(out entry, out _) && entry.Due <= until)
        {
            _queue.Dequeue();
            _isRunning = true;
            _furthest = _furthest?.CompareTo(entry.Place) > 0 ? _furthest : entry.Place;
            CollectionsMarshal.GetValueRefOrAddDefault(_taken, entry.Kind, out _)++;
            return true;
        }

        entry = default;
        return false;
    }

    /// <summary>Notes that the entry that was taken last has run.</summary>
    public void HasRun() => _isRunning = false;

    /// <summary>Whether a command runs. Commands run after everything that was due by now.</summary>
    public bool IsInCommand { get; set; }

    /// <summary>
    /// Notes that a command has run at a time. What it has added for this time comes later than the regular work of it.
    /// </summary>
    public void Settle(DateTimeOffset time) => _settled = time;

    /// <summary>
    /// Returns whether work in a place, if it was scheduled, has run by now or is running. Work that is added later for an
    /// earlier place of the same time does not change this. Somebody can look while some of what is due at this time has not run.
    /// </summary>
    public bool HasPassed(in SchedulePlace place, DateTimeOffset now) =>
        place.Due <= _settled
        || (_furthest is { } furthest && place.CompareTo(furthest) <= 0)
        || (place.Due <= now
            && (IsInCommand || (!_isRunning && !(_queue.TryPeek(out var next, out _) && next.Place.CompareTo(place) <= 0))));

    /// <summary>
    /// Returns the next time at which regular work of an owner is due that has not passed. For example, work every minute that is
    /// asked for at a full minute, before its kind of work runs, is due at this minute.
    /// </summary>
    /// <param name="kind">The kind of work.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="start">The first of the times.</param>
    /// <param name="interval">The time between two of them.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset NextOf(DueKind kind, Owner owner, DateTimeOffset start, TimeSpan interval, DateTimeOffset now)
    {
        var times = Math.Max(0, (now - start).Ticks) / interval.Ticks;
        var due = start + (times * interval);
        return due < now || HasPassed(new(due, kind, owner), now) ? due + interval : due;
    }
}
