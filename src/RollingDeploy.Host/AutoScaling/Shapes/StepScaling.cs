using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>Adds or removes by the distance between a metric and the threshold of an alarm.</summary>
internal sealed record StepScalingPolicyConfiguration
{
    [OneOf("ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity")]
    public string? AdjustmentType { get; init; }

    public List<StepAdjustment>? StepAdjustments { get; init; }

    /// <summary>Of percentages: at least so many.</summary>
    public int? MinAdjustmentMagnitude { get; init; }

    /// <summary>The cooldown, in seconds.</summary>
    public int? Cooldown { get; init; }

    /// <summary>Average when absent.</summary>
    [OneOf("Average", "Minimum", "Maximum")]
    public string? MetricAggregationType { get; init; }
}

/// <summary>By how much to scale within one interval of the distance.</summary>
internal sealed record StepAdjustment
{
    /// <summary>From here on; without bound when absent.</summary>
    public double? MetricIntervalLowerBound { get; init; }

    /// <summary>Up to here; without bound when absent.</summary>
    public double? MetricIntervalUpperBound { get; init; }

    [Required]
    public int? ScalingAdjustment { get; init; }
}
