namespace RollingDeploy.Core.Alarms;

/// <summary>An alarm and its state.</summary>
public abstract class Alarm
{
    private DateTimeOffset? _leftAlarmAt;

    private protected Alarm(string name, string document, AlarmActions actions, DateTimeOffset now)
    {
        Name = name;
        Document = document;
        Actions = actions;
        CreatedAt = ConfigurationUpdatedAt = UpdatedAt = now;
        Current = AlarmStateRecord.Initial(now);
    }

    /// <summary>Its name; case counts.</summary>
    public string Name { get; }

    /// <summary>The request that put it, as canonical JSON: members that are only stored and returned.</summary>
    public string Document { get; private set; }

    /// <summary>What it would do when it enters a state.</summary>
    public AlarmActions Actions { get; internal set; }

    /// <summary>Its state, and why it is in it.</summary>
    public AlarmStateRecord Current { get; private set; }

    /// <summary>Its state.</summary>
    public AlarmState State => Current.Value;

    /// <summary>When it was first put.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When it was last put.</summary>
    public DateTimeOffset ConfigurationUpdatedAt { get; private set; }

    /// <summary>When its state was last set.</summary>
    public DateTimeOffset UpdatedAt { get; private protected set; }

    /// <summary>
    /// Whether it is in ALARM or was at <paramref name="moment"/> or later: a trip between two looks counts, however short.
    /// </summary>
    public bool WasInAlarmSince(DateTimeOffset moment) => State == AlarmState.Alarm || _leftAlarmAt >= moment;

    /// <summary>Whose work its evaluation is.</summary>
    public abstract Owner OwnerIn(Region region);

    private protected void Put(string document, AlarmActions actions, DateTimeOffset now)
    {
        Document = document;
        Actions = actions;
        ConfigurationUpdatedAt = now;
    }

    /// <summary>When it last went into ALARM, also where it has left it since; null where it never was.</summary>
    internal DateTimeOffset? EnteredAlarmAt { get; private set; }

    /// <summary>Enters another state.</summary>
    internal void Enter(AlarmStateRecord next)
    {
        _leftAlarmAt = State == AlarmState.Alarm ? next.Since : _leftAlarmAt;
        EnteredAlarmAt = next.Value == AlarmState.Alarm ? next.Since : EnteredAlarmAt;
        Current = next;
        UpdatedAt = next.Since;
    }
}

/// <summary>An alarm on one metric or on one expression over metrics.</summary>
public sealed class MetricAlarm : Alarm
{
    internal MetricAlarm(
        string name, AlarmConfiguration configuration, SourceReader reader, string document, AlarmActions actions,
        DateTimeOffset now)
        : base(name, document, actions, now) => (Configuration, Reader) = (configuration, reader);

    /// <summary>What it watches.</summary>
    public AlarmConfiguration Configuration { get; private set; }

    /// <summary>What reads its datapoints.</summary>
    internal SourceReader Reader { get; private set; }

    /// <inheritdoc/>
    public override Owner OwnerIn(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return new(region.Name, Name, OwnerType.MetricAlarm);
    }

    internal void Put(
        AlarmConfiguration configuration, SourceReader reader, string document, AlarmActions actions, DateTimeOffset now)
    {
        (Configuration, Reader) = (configuration, reader);
        Put(document, actions, now);
    }
}
