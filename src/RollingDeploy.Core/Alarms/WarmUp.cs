using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// The delay before the first evaluation of a new metric alarm (CloudWatch user guide, Alarm warm-up periods). Until then, the
/// alarm is in INSUFFICIENT_DATA and its actions do not run.
/// </summary>
/// <param name="Minutes">The length of the period in minutes: 1–2880.</param>
/// <param name="IsWhole">Whether the period is never ended early. Otherwise it ends as soon as data fill the window.</param>
public sealed record WarmUp(int Minutes, bool IsWhole);

/// <summary>Why a warm-up period has ended.</summary>
public enum WarmUpEnd
{
    /// <summary>Its time has passed.</summary>
    Elapsed,

    /// <summary>Data fill the evaluation window.</summary>
    WindowFilled,

    /// <summary>The alarm was put again, with a shorter warm-up period or without one.</summary>
    Updated,
}

/// <summary>The warm-up period of an alarm has ended. AWS has no item for this in the history of an alarm.</summary>
public sealed record WarmUpEnded(WarmUpEnd Why) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "alarmWarmUpEnded";

    /// <inheritdoc/>
    public override string Sentence => Why switch
    {
        WarmUpEnd.Elapsed => "The warm-up period has ended.",
        WarmUpEnd.WindowFilled => "The warm-up period has ended early, because data fill the evaluation window.",
        WarmUpEnd.Updated => "The warm-up period has ended, because the alarm was updated.",
    };
}
