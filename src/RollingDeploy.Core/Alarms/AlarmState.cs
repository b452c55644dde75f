namespace RollingDeploy.Core.Alarms;

/// <summary>The state of an alarm.</summary>
public enum AlarmState
{
    /// <summary>There is not enough data.</summary>
    InsufficientData,

    /// <summary>The threshold is not breached.</summary>
    Ok,

    /// <summary>The threshold is breached.</summary>
    Alarm,
}

/// <summary>A state with its reason and time.</summary>
/// <param name="Value">The state.</param>
/// <param name="Reason">The reason.</param>
/// <param name="ReasonData">The reason for programs, as JSON; null if there is none.</param>
/// <param name="Since">When the alarm changed to the state.</param>
public sealed record AlarmStateRecord(AlarmState Value, string Reason, string? ReasonData, DateTimeOffset Since)
{
    internal static AlarmStateRecord Initial(DateTimeOffset now) =>
        new(AlarmState.InsufficientData, "Unchecked: Initial alarm creation", null, now);
}
