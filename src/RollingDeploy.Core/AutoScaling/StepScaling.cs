using System.Collections.Immutable;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The types of adjustments.</summary>
public enum AdjustmentType
{
    /// <summary>The adjustment is added to the capacity.</summary>
    ChangeInCapacity,

    /// <summary>The adjustment is a percentage of the capacity that is added to it.</summary>
    PercentChangeInCapacity,

    /// <summary>The adjustment is the new capacity.</summary>
    ExactCapacity,
}

/// <summary>How the datapoints of an alarm are aggregated.</summary>
public enum MetricAggregation
{
    /// <summary>The mean.</summary>
    Average,

    /// <summary>The minimum.</summary>
    Minimum,

    /// <summary>The maximum.</summary>
    Maximum,
}

/// <summary>An adjustment for a range of the difference between the metric and the threshold.</summary>
/// <param name="LowerBound">The lower bound of the difference; null for no bound.</param>
/// <param name="UpperBound">The upper bound of the difference; null for no bound.</param>
/// <param name="Adjustment">The adjustment.</param>
public sealed record StepAdjustment(double? LowerBound, double? UpperBound, int Adjustment)
{
    /// <summary>
    /// Returns whether a difference is in the range. Above a threshold, the lower bound is inclusive and the upper bound
    /// exclusive; below it, the upper bound is inclusive and the lower bound exclusive (API reference, StepAdjustment).
    /// </summary>
    public bool Covers(double distance, bool isAbove) => isAbove
        ? !(distance < LowerBound) && !(distance >= UpperBound)
        : !(distance <= LowerBound) && !(distance > UpperBound);
}

/// <summary>Scales in steps, according to the difference between a metric and the threshold of an alarm.</summary>
public sealed record StepScaling(AdjustmentType Type, ImmutableArray<StepAdjustment> Steps) : ScalingConfiguration
{
    /// <inheritdoc/>
    public override TimeSpan OutCooldown => Cooldown;

    /// <inheritdoc/>
    public override TimeSpan InCooldown => Cooldown;

    /// <summary>The cooldown period.</summary>
    public TimeSpan Cooldown { get; init; } = TargetTracking.DefaultCooldown;

    /// <summary>The smallest number by which to scale, for an adjustment in percent.</summary>
    public int? MinAdjustmentMagnitude { get; init; }

    /// <summary>How the datapoints of the alarm are aggregated.</summary>
    public MetricAggregation Aggregation { get; init; }

    /// <summary>
    /// Returns the capacity after the step for this difference. If there is no step for it, the capacity is not changed.
    /// </summary>
    public int CapacityFor(int basis, double distance, bool isAbove)
    {
        if (Steps.FirstOrDefault(step => step.Covers(distance, isAbove)) is not { Adjustment: var adjustment })
        {
            return basis;
        }

        var capacity = Type switch
        {
            AdjustmentType.ExactCapacity => adjustment,
            AdjustmentType.ChangeInCapacity => (long)basis + adjustment,
            AdjustmentType.PercentChangeInCapacity => basis + Percent(basis, adjustment),
        };
        return (int)Math.Clamp(capacity, 0, int.MaxValue);
    }

    // Rounds toward zero, but not to zero. For example, 127 % of 10 is 12, 6 % of 10 is 1, and −66 % of 10 is −6 (user guide,
    // step scaling policies).
    private long Percent(int basis, int percent)
    {
        var exact = (double)basis * percent / 100;
        var whole = Math.Abs(exact) is > 0 and < 1 ? Math.Sign(exact) : (long)exact;
        return Math.Sign(percent) * Math.Max(Math.Abs(whole), MinAdjustmentMagnitude ?? 0);
    }
}
