namespace RollingDeploy.Core.Alarms;

/// <summary>An alarm and its state.</summary>
public sealed class Alarm
{
    private DateTimeOffset? _leftAlarmAt;

    internal Alarm(string name, AlarmConfiguration configuration, string document, DateTimeOffset now)
    {
        Name = name;
        Configuration = configuration;
        Document = document;
        CreatedAt = ConfigurationUpdatedAt = UpdatedAt = TransitionedAt = now;
    }

    /// <summary>Its name; case counts.</summary>
    public string Name { get; }

    /// <summary>What it watches.</summary>
    public AlarmConfiguration Configuration { get; private set; }

    /// <summary>The request that put it, as canonical JSON: members that are only stored and returned.</summary>
    public string Document { get; private set; }

    /// <summary>Its state.</summary>
    public AlarmState State { get; private set; }

    /// <summary>Why it is in that state.</summary>
    public string Reason { get; private set; } = "Unchecked: Initial alarm creation";

    /// <summary>The same for machines, as JSON; null when there is none.</summary>
    public string? ReasonData { get; private set; }

    /// <summary>When it was first put.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When it was last put.</summary>
    public DateTimeOffset ConfigurationUpdatedAt { get; private set; }

    /// <summary>When its state was last set.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When its state last changed.</summary>
    public DateTimeOffset TransitionedAt { get; private set; }

    /// <summary>
    /// Whether it is in ALARM or was at <paramref name="moment"/> or later: a trip between two looks counts, however short.
    /// </summary>
    public bool WasInAlarmSince(DateTimeOffset moment) => State == AlarmState.Alarm || _leftAlarmAt >= moment;

    internal void Put(AlarmConfiguration configuration, string document, DateTimeOffset now)
    {
        Configuration = configuration;
        Document = document;
        ConfigurationUpdatedAt = now;
    }

    /// <summary>Enters a state; entering the present one again changes nothing.</summary>
    internal void Enter(AlarmState state, string reason, string? reasonData, DateTimeOffset now)
    {
        if (state == State)
        {
            return;
        }

        _leftAlarmAt = State == AlarmState.Alarm ? now : _leftAlarmAt;
        State = state;
        Reason = reason;
        ReasonData = reasonData;
        UpdatedAt = TransitionedAt = now;
    }
}
