using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Alarms;

/// <summary>An alarm at the moment of an event.</summary>
/// <param name="Document">The request that put it, as canonical JSON.</param>
/// <param name="IsComposite">Whether it is a composite alarm.</param>
/// <param name="State">The state and its reason.</param>
/// <param name="PutAt">When it was last put.</param>
public sealed record AlarmFacts(string Document, bool IsComposite, AlarmStateRecord State, DateTimeOffset PutAt) : EventFacts
{
    /// <summary>When it was put before the last time; null if the event is not an update.</summary>
    public DateTimeOffset? PreviouslyPutAt { get; init; }

    /// <summary>The state before this one.</summary>
    public AlarmState PreviousState { get; init; }

    /// <summary>Why the actions of the state are suppressed; null if they are not.</summary>
    public SuppressedBy? SuppressedBy { get; init; }

    internal static AlarmFacts Of(Alarm alarm) => new(
        alarm.Document, alarm is CompositeAlarm, alarm.Current, alarm.ConfigurationUpdatedAt)
    {
        PreviousState = alarm.PreviousState,
        SuppressedBy = (alarm as CompositeAlarm)?.SuppressedBy,
    };
}
