namespace RollingDeploy.Core.Alarms;

/// <summary>The two types of alarm.</summary>
public enum AlarmType
{
    /// <summary>On metrics.</summary>
    MetricAlarm,

    /// <summary>On other alarms.</summary>
    CompositeAlarm,
}

/// <summary>Something that happened to an alarm.</summary>
public abstract record AlarmEvent;

/// <summary>It was put for the first time.</summary>
public sealed record AlarmCreated(string Document) : AlarmEvent;

/// <summary>It was put again.</summary>
public sealed record AlarmUpdated(string OldDocument, string NewDocument) : AlarmEvent;

/// <summary>It was deleted.</summary>
public sealed record AlarmDeleted(string Document) : AlarmEvent;

/// <summary>It changed its state.</summary>
public sealed record StateUpdate(AlarmStateRecord Old, AlarmStateRecord New) : AlarmEvent;

/// <summary>One of its actions was carried out, as far as it is here: it is written down and not sent.</summary>
public sealed record ActionExecuted(string Action, AlarmStateRecord State) : AlarmEvent;

/// <summary>An entry of the history.</summary>
/// <param name="Sequence">Its place among all of the region, counted from 1.</param>
/// <param name="At">When it happened.</param>
/// <param name="AlarmName">The alarm, which may be gone by now.</param>
/// <param name="Type">Its type.</param>
/// <param name="Event">What happened.</param>
public sealed record AlarmHistoryItem(long Sequence, DateTimeOffset At, string AlarmName, AlarmType Type, AlarmEvent Event);

/// <summary>What happened to the alarms of a region, oldest first; also to those that are deleted.</summary>
public sealed class AlarmHistory
{
    // AWS keeps two weeks. A hundred thousand entries take some 40 MB; more would be alarms that flap all the time.
    private const int Most = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly Queue<AlarmHistoryItem> _items = [];
    private long _last;

    /// <summary>What is kept and not older than two weeks at <paramref name="now"/>, oldest first.</summary>
    public IEnumerable<AlarmHistoryItem> At(DateTimeOffset now) => _items.SkipWhile(item => item.At < now - Kept);

    internal void Add(DateTimeOffset now, Alarm alarm, AlarmEvent what)
    {
        var type = alarm is CompositeAlarm ? AlarmType.CompositeAlarm : AlarmType.MetricAlarm;
        _items.Enqueue(new(++_last, now, alarm.Name, type, what));
        while (_items.Count > Most || _items.Peek().At < now - Kept)
        {
            _items.Dequeue();
        }
    }
}
