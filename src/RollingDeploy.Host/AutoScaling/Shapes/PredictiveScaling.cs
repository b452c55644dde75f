using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>Scales according to a forecast. AWS supports it only for Amazon ECS.</summary>
internal sealed record PredictiveScalingPolicyConfiguration
{
    [Required]
    public List<PredictiveScalingMetricSpecification>? MetricSpecifications { get; init; }

    [OneOf("ForecastOnly", "ForecastAndScale")]
    public string? Mode { get; init; }

    [Range(0, 3600)]
    public int? SchedulingBufferTime { get; init; }

    [OneOf("HonorMaxCapacity", "IncreaseMaxCapacity")]
    public string? MaxCapacityBreachBehavior { get; init; }

    [Range(0, 100)]
    public int? MaxCapacityBuffer { get; init; }
}

/// <summary>The metrics of a forecast, and the target value.</summary>
internal sealed record PredictiveScalingMetricSpecification
{
    [Required]
    public double? TargetValue { get; init; }

    public PredictiveScalingPredefinedMetricPairSpecification? PredefinedMetricPairSpecification { get; init; }

    public PredictiveScalingPredefinedScalingMetricSpecification? PredefinedScalingMetricSpecification { get; init; }

    public PredictiveScalingPredefinedLoadMetricSpecification? PredefinedLoadMetricSpecification { get; init; }

    public PredictiveScalingCustomizedMetricSpecification? CustomizedScalingMetricSpecification { get; init; }

    public PredictiveScalingCustomizedMetricSpecification? CustomizedLoadMetricSpecification { get; init; }

    public PredictiveScalingCustomizedMetricSpecification? CustomizedCapacityMetricSpecification { get; init; }
}

/// <summary>A predefined pair of a load metric and a scaling metric.</summary>
internal sealed record PredictiveScalingPredefinedMetricPairSpecification
{
    [Required, Length(1, 128)]
    public string? PredefinedMetricType { get; init; }

    [Length(1, 1023)]
    public string? ResourceLabel { get; init; }
}

/// <summary>A predefined scaling metric.</summary>
internal sealed record PredictiveScalingPredefinedScalingMetricSpecification
{
    [Required, Length(1, 128)]
    public string? PredefinedMetricType { get; init; }

    [Length(1, 1023)]
    public string? ResourceLabel { get; init; }
}

/// <summary>A predefined load metric.</summary>
internal sealed record PredictiveScalingPredefinedLoadMetricSpecification
{
    [Required, Length(1, 128)]
    public string? PredefinedMetricType { get; init; }

    [Length(1, 1023)]
    public string? ResourceLabel { get; init; }
}

/// <summary>A CloudWatch metric, or an expression on several metrics.</summary>
internal sealed record PredictiveScalingCustomizedMetricSpecification
{
    [Required]
    public List<PredictiveScalingMetricDataQuery>? MetricDataQueries { get; init; }
}

/// <summary>A metric to get, or an expression on other queries.</summary>
internal sealed record PredictiveScalingMetricDataQuery
{
    [Required, Length(1, 255), Pattern(Patterns.Text)]
    public string? Id { get; init; }

    [Length(1, 2048), Pattern(Patterns.Text)]
    public string? Expression { get; init; }

    public PredictiveScalingMetricStat? MetricStat { get; init; }

    [Pattern(Patterns.Text)]
    public string? Label { get; init; }

    public bool? ReturnData { get; init; }
}

/// <summary>A statistic of a metric.</summary>
internal sealed record PredictiveScalingMetricStat
{
    [Required]
    public PredictiveScalingMetric? Metric { get; init; }

    [Required, Pattern(Patterns.Text)]
    public string? Stat { get; init; }

    [Length(1, 1023), Pattern(Patterns.Text)]
    public string? Unit { get; init; }
}

/// <summary>A metric.</summary>
internal sealed record PredictiveScalingMetric
{
    public List<PredictiveScalingMetricDimension>? Dimensions { get; init; }

    [Length(1, 255), Pattern(Patterns.Text)]
    public string? MetricName { get; init; }

    [Length(1, 255), Pattern(Patterns.Text)]
    public string? Namespace { get; init; }
}

/// <summary>A dimension of a metric.</summary>
internal sealed record PredictiveScalingMetricDimension
{
    [Required, Length(1, 255), Pattern(Patterns.Text)]
    public string? Name { get; init; }

    [Required, Length(1, 1024), Pattern(Patterns.Text)]
    public string? Value { get; init; }
}
