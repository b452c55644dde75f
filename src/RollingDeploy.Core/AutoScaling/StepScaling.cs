using System.Collections.Immutable;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>What the number of a step means.</summary>
public enum AdjustmentType
{
    /// <summary>So many more or fewer.</summary>
    ChangeInCapacity,

    /// <summary>So many percent more or fewer.</summary>
    PercentChangeInCapacity,

    /// <summary>That many.</summary>
    ExactCapacity,
}

/// <summary>How the datapoints of an alarm become one value.</summary>
public enum MetricAggregation
{
    /// <summary>Their mean.</summary>
    Average,

    /// <summary>The least of them.</summary>
    Minimum,

    /// <summary>The greatest of them.</summary>
    Maximum,
}

/// <summary>By how much to scale where the metric is so far beyond the alarm's threshold.</summary>
/// <param name="LowerBound">From this distance on; null without bound.</param>
/// <param name="UpperBound">Up to this distance; null without bound.</param>
/// <param name="Adjustment">By how much.</param>
public sealed record StepAdjustment(double? LowerBound, double? UpperBound, int Adjustment)
{
    /// <summary>
    /// Whether a distance lies within: above a threshold the lower bound belongs to the step, below it the upper one
    /// (API reference, StepAdjustment).
    /// </summary>
    public bool Covers(double distance, bool isAbove) => isAbove
        ? !(distance < LowerBound) && !(distance >= UpperBound)
        : !(distance <= LowerBound) && !(distance > UpperBound);
}

/// <summary>Scales by the distance between a metric and the threshold of the alarm that names the policy.</summary>
public sealed record StepScaling(AdjustmentType Type, ImmutableArray<StepAdjustment> Steps) : ScalingConfiguration
{
    /// <inheritdoc/>
    public override TimeSpan OutCooldown => Cooldown;

    /// <inheritdoc/>
    public override TimeSpan InCooldown => Cooldown;

    /// <summary>How long an activity is given to take effect.</summary>
    public TimeSpan Cooldown { get; init; } = TargetTracking.DefaultCooldown;

    /// <summary>Percentages change the capacity by so many at least.</summary>
    public int? MinAdjustmentMagnitude { get; init; }

    /// <summary>How the alarm's datapoints become one value.</summary>
    public MetricAggregation Aggregation { get; init; }

    /// <summary>The capacity after the step that covers the distance; the same where none does.</summary>
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

    // 127 % of 10 is 12, 6 % of 10 is 1, −66 % of 10 is −6: towards zero, but never nothing (user guide, step scaling policies).
    private long Percent(int basis, int percent)
    {
        var exact = (double)basis * percent / 100;
        var whole = Math.Abs(exact) is > 0 and < 1 ? Math.Sign(exact) : (long)exact;
        return Math.Sign(percent) * Math.Max(Math.Abs(whole), MinAdjustmentMagnitude ?? 0);
    }
}
