using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Alarms;

/// <summary>The types of alarms.</summary>
public enum AlarmType
{
    /// <summary>An alarm on metrics.</summary>
    MetricAlarm,

    /// <summary>An alarm on other alarms.</summary>
    CompositeAlarm,
}

/// <summary>An item of the history.</summary>
/// <param name="Sequence">The sequence number in the region, counted from 1.</param>
/// <param name="Type">The type of the alarm.</param>
/// <param name="Happened">The event in the log of the world.</param>
public sealed record AlarmHistoryItem(long Sequence, AlarmType Type, WorldEvent Happened)
{
    /// <summary>The virtual time of the event.</summary>
    public DateTimeOffset At => Happened.At;

    /// <summary>The name of the alarm, which may have been deleted.</summary>
    public string AlarmName => Happened.Subject.Name;

    /// <summary>The data of the event.</summary>
    public AlarmEvent Event => (AlarmEvent)Happened.Data;
}

/// <summary>The events of the alarms of a region, oldest first. It includes events of deleted alarms.</summary>
public sealed class AlarmHistory
{
    // AWS keeps two weeks. A hundred thousand items use about 40 MB. Only alarms that change their states all the time need more.
    private const int Most = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly KeptItems<AlarmHistoryItem> _items = new(Most, Kept, item => item.At);
    private readonly Region _region;

    internal AlarmHistory(Region region) => _region = region;

    /// <summary>Returns the items that are not older than two weeks at <paramref name="now"/>, oldest first.</summary>
    public IEnumerable<AlarmHistoryItem> At(DateTimeOffset now) => _items.At(now);

    /// <summary>All items, for a snapshot.</summary>
    internal IReadOnlyCollection<AlarmHistoryItem> All => _items.All;

    /// <summary>Adds an item of a snapshot.</summary>
    internal void Restore(AlarmHistoryItem item) => _items.Restore(item, item.Sequence);

    /// <summary>Adds an event of an alarm to the log and to the history.</summary>
    internal void Add(Alarm alarm, AlarmEvent what) => Add(alarm, what, AlarmFacts.Of(alarm));

    internal void Add(Alarm alarm, AlarmEvent what, AlarmFacts facts)
    {
        var type = alarm is CompositeAlarm ? AlarmType.CompositeAlarm : AlarmType.MetricAlarm;
        var happened = _region.Log(SubjectType.Alarm, alarm.Name, what, facts);
        _items.Add(new(_items.NextSequence(), type, happened), _region.Now);
    }
}
