using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Alarms;

/// <summary>The two types of alarm.</summary>
public enum AlarmType
{
    /// <summary>On metrics.</summary>
    MetricAlarm,

    /// <summary>On other alarms.</summary>
    CompositeAlarm,
}

/// <summary>An entry of the history.</summary>
/// <param name="Sequence">Its place among all of the region, counted from 1.</param>
/// <param name="Type">The alarm's type.</param>
/// <param name="Happened">What happened, as the world's log has it.</param>
public sealed record AlarmHistoryItem(long Sequence, AlarmType Type, WorldEvent Happened)
{
    /// <summary>When it happened.</summary>
    public DateTimeOffset At => Happened.At;

    /// <summary>The alarm, which may be gone by now.</summary>
    public string AlarmName => Happened.Subject.Name;

    /// <summary>What happened.</summary>
    public AlarmEvent Event => (AlarmEvent)Happened.Data;
}

/// <summary>What happened to the alarms of a region, oldest first; also to those that are deleted.</summary>
public sealed class AlarmHistory
{
    // AWS keeps two weeks. A hundred thousand entries take some 40 MB; more would be alarms that flap all the time.
    private const int Most = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly KeptItems<AlarmHistoryItem> _items = new(Most, Kept, item => item.At);
    private readonly Region _region;

    internal AlarmHistory(Region region) => _region = region;

    /// <summary>What is kept and not older than two weeks at <paramref name="now"/>, oldest first.</summary>
    public IEnumerable<AlarmHistoryItem> At(DateTimeOffset now) => _items.At(now);

    /// <summary>Writes down what has happened to an alarm.</summary>
    internal void Add(Alarm alarm, AlarmEvent what)
    {
        var type = alarm is CompositeAlarm ? AlarmType.CompositeAlarm : AlarmType.MetricAlarm;
        var happened = _region.Log(SubjectType.Alarm, alarm.Name, what);
        _items.Add(new(_items.NextSequence(), type, happened), _region.Now);
    }
}
