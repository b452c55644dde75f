using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Metrics;

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

    private protected Alarm(SavedAlarm saved)
        : this(saved.Name, saved.Document, saved.Actions, saved.CreatedAt)
    {
        (Current, ConfigurationUpdatedAt, UpdatedAt) = (saved.Current, saved.ConfigurationUpdatedAt, saved.UpdatedAt);
        (_leftAlarmAt, EnteredAlarmAt) = (saved.LeftAlarmAt, saved.EnteredAlarmAt);
        PreviousState = saved.PreviousState ?? PreviousState;
    }

    /// <summary>The name. It is case-sensitive.</summary>
    public string Name { get; }

    /// <summary>The request that put it, as canonical JSON. It has the members that are only stored and returned.</summary>
    public string Document { get; private set; }

    /// <summary>The actions.</summary>
    public AlarmActions Actions { get; internal set; }

    /// <summary>The state and its reason.</summary>
    public AlarmStateRecord Current { get; private set; }

    /// <summary>The state.</summary>
    public AlarmState State => Current.Value;

    /// <summary>The state before this one.</summary>
    public AlarmState PreviousState { get; private set; } = AlarmState.InsufficientData;

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When it was last put.</summary>
    public DateTimeOffset ConfigurationUpdatedAt { get; private set; }

    /// <summary>When its state was last set.</summary>
    public DateTimeOffset UpdatedAt { get; private protected set; }

    /// <summary>
    /// Returns whether it is in ALARM, or was at <paramref name="moment"/> or later. It includes any time in ALARM between two
    /// checks, however short.
    /// </summary>
    public bool WasInAlarmSince(DateTimeOffset moment) => State == AlarmState.Alarm || _leftAlarmAt >= moment;

    /// <summary>Returns the owner of its evaluation.</summary>
    public abstract Owner OwnerIn(Region region);

    private protected SavedAlarm Save() => new(
        Name, Document, Actions, Current, CreatedAt, ConfigurationUpdatedAt, UpdatedAt, _leftAlarmAt, EnteredAlarmAt,
        PreviousState == AlarmState.InsufficientData ? null : PreviousState);

    private protected void Put(string document, AlarmActions actions, DateTimeOffset now)
    {
        Document = document;
        Actions = actions;
        ConfigurationUpdatedAt = now;
    }

    /// <summary>When it last went into ALARM, even if it has left ALARM since; null if it never did.</summary>
    internal DateTimeOffset? EnteredAlarmAt { get; private set; }

    /// <summary>Changes the state.</summary>
    internal void Enter(AlarmStateRecord next)
    {
        _leftAlarmAt = State == AlarmState.Alarm ? next.Since : _leftAlarmAt;
        EnteredAlarmAt = next.Value == AlarmState.Alarm ? next.Since : EnteredAlarmAt;
        PreviousState = State;
        Current = next;
        UpdatedAt = next.Since;
    }
}

/// <summary>An alarm on a metric or on a metric math expression.</summary>
public sealed class MetricAlarm : Alarm
{
    internal MetricAlarm(
        string name, AlarmConfiguration configuration, SourceReader reader, string document, AlarmActions actions,
        DateTimeOffset now)
        : base(name, document, actions, now) => (Configuration, Reader) = (configuration, reader);

    internal MetricAlarm(SavedMetricAlarm saved, SourceReader reader)
        : base(saved.Alarm)
    {
        (Configuration, Reader) = (saved.Configuration, reader);
        (IsPartial, WarmsUpUntil) = (saved.IsPartial, saved.WarmsUpUntil);
        foreach (var each in saved.Contributors ?? [])
        {
            Contributors.Add(each.Contributor.Id, each);
        }
    }

    /// <summary>The configuration.</summary>
    public AlarmConfiguration Configuration { get; private set; }

    /// <summary>The contributors in ALARM by their identifiers, sorted. Only an alarm on a query with GROUP BY has any.</summary>
    public SortedDictionary<string, ContributorInAlarm> Contributors { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it has contributors, which are the time series of a query.</summary>
    public bool HasContributors => Reader is ContributorReader;

    /// <summary>Whether the last evaluation left out metrics or time series because of a limit.</summary>
    public bool IsPartial { get; internal set; }

    /// <summary>When it is evaluated next; null if it sleeps until data is added to its metrics.</summary>
    internal DateTimeOffset? LookAt { get; set; }

    /// <summary>Wakes it when data is added to its metrics.</summary>
    internal AlarmWaker? Waker { get; set; }

    /// <summary>Reads the data.</summary>
    internal SourceReader Reader { get; private set; }

    /// <summary>When its warm-up period ends at the latest; null if it is not in its warm-up period.</summary>
    public DateTimeOffset? WarmsUpUntil { get; private set; }

    /// <summary>Whether it is in its warm-up period: it is not evaluated, and its actions do not run.</summary>
    public bool IsWarmingUp => WarmsUpUntil is not null;

    /// <summary>Returns the shortest period in seconds with which it reads a metric; null if it does not read it.</summary>
    public int? PeriodOf(MetricId metric) => Reader.PeriodOf(metric);

    /// <inheritdoc/>
    public override Owner OwnerIn(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return new(region.Name, Name, OwnerType.MetricAlarm);
    }

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedMetricAlarm Save(DateTimeOffset lookAt) => new(
        Save(), Configuration, lookAt, Contributors.Count == 0 ? null : [.. Contributors.Values], IsPartial, WarmsUpUntil);

    internal void WarmUpUntil(DateTimeOffset end) => WarmsUpUntil = end;

    /// <summary>Ends the warm-up period. AWS counts this as an update of the state.</summary>
    internal void EndWarmUp(DateTimeOffset now) => (WarmsUpUntil, UpdatedAt) = (null, now);

    internal void Put(
        AlarmConfiguration configuration, SourceReader reader, string document, AlarmActions actions, DateTimeOffset now)
    {
        (Configuration, Reader) = (configuration, reader);
        if (!HasContributors)
        {
            Contributors.Clear();
        }

        Put(document, actions, now);
    }
}
