using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>Scales in steps, according to the difference between a metric and the threshold of an alarm.</summary>
internal sealed record StepScalingPolicyConfiguration
{
    [OneOf("ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity")]
    public string? AdjustmentType { get; init; }

    public List<StepAdjustment>? StepAdjustments { get; init; }

    /// <summary>The smallest number by which to scale, for a change in percent.</summary>
    public int? MinAdjustmentMagnitude { get; init; }

    /// <summary>The cooldown, in seconds.</summary>
    public int? Cooldown { get; init; }

    /// <summary>How the datapoints are aggregated. The default is Average.</summary>
    [OneOf("Average", "Minimum", "Maximum")]
    public string? MetricAggregationType { get; init; }
}

/// <summary>The adjustment for an interval of the difference.</summary>
internal sealed record StepAdjustment
{
    /// <summary>The lower bound of the interval. If it is absent, there is no lower bound.</summary>
    public double? MetricIntervalLowerBound { get; init; }

    /// <summary>The upper bound of the interval. If it is absent, there is no upper bound.</summary>
    public double? MetricIntervalUpperBound { get; init; }

    [Required]
    public int? ScalingAdjustment { get; init; }
}
