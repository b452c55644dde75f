namespace RollingDeploy.Core.Alarms;

/// <summary>The state of an alarm.</summary>
public enum AlarmState
{
    /// <summary>Too little is known.</summary>
    InsufficientData,

    /// <summary>Within its threshold.</summary>
    Ok,

    /// <summary>Beyond its threshold.</summary>
    Alarm,
}

/// <summary>A state as it was entered.</summary>
/// <param name="Value">The state.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReasonData">The same for machines, as JSON; null when there is none.</param>
/// <param name="Since">When.</param>
public sealed record AlarmStateRecord(AlarmState Value, string Reason, string? ReasonData, DateTimeOffset Since)
{
    internal static AlarmStateRecord Initial(DateTimeOffset now) =>
        new(AlarmState.InsufficientData, "Unchecked: Initial alarm creation", null, now);
}
