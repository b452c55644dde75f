using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>Scales so that a metric stays near a target value.</summary>
internal sealed record TargetTrackingScalingPolicyConfiguration
{
    [Required]
    public double? TargetValue { get; init; }

    public PredefinedMetricSpecification? PredefinedMetricSpecification { get; init; }

    public CustomizedMetricSpecification? CustomizedMetricSpecification { get; init; }

    /// <summary>Seconds; 300 when absent.</summary>
    public int? ScaleOutCooldown { get; init; }

    /// <summary>Seconds; 300 when absent.</summary>
    public int? ScaleInCooldown { get; init; }

    public bool? DisableScaleIn { get; init; }
}

/// <summary>A predefined metric.</summary>
internal sealed record PredefinedMetricSpecification
{
    [Required, MetricType]
    public string? PredefinedMetricType { get; init; }

    [Length(1, 1023)]
    public string? ResourceLabel { get; init; }
}

/// <summary>A CloudWatch metric, or an expression on several metrics.</summary>
internal sealed record CustomizedMetricSpecification
{
    public string? MetricName { get; init; }

    public string? Namespace { get; init; }

    public List<MetricDimension>? Dimensions { get; init; }

    [OneOf("Average", "Minimum", "Maximum", "SampleCount", "Sum")]
    public string? Statistic { get; init; }

    public string? Unit { get; init; }

    public List<TargetTrackingMetricDataQuery>? Metrics { get; init; }
}

/// <summary>A dimension of a metric.</summary>
internal sealed record MetricDimension
{
    [Required]
    public string? Name { get; init; }

    [Required]
    public string? Value { get; init; }
}

/// <summary>A metric to get, or an expression on other queries.</summary>
internal sealed record TargetTrackingMetricDataQuery
{
    [Length(1, 2048), Pattern(Patterns.Text)]
    public string? Expression { get; init; }

    [Required, Length(1, 255), Pattern(Patterns.Text)]
    public string? Id { get; init; }

    [Pattern(Patterns.Text)]
    public string? Label { get; init; }

    public TargetTrackingMetricStat? MetricStat { get; init; }

    public bool? ReturnData { get; init; }
}

/// <summary>A statistic of a metric.</summary>
internal sealed record TargetTrackingMetricStat
{
    [Required]
    public TargetTrackingMetric? Metric { get; init; }

    [Required, Pattern(Patterns.Text)]
    public string? Stat { get; init; }

    [Length(1, 1023), Pattern(Patterns.Text)]
    public string? Unit { get; init; }
}

/// <summary>A metric.</summary>
internal sealed record TargetTrackingMetric
{
    public List<TargetTrackingMetricDimension>? Dimensions { get; init; }

    [Length(1, 255), Pattern(Patterns.Text)]
    public string? MetricName { get; init; }

    [Length(1, 255), Pattern(Patterns.Text)]
    public string? Namespace { get; init; }
}

/// <summary>A dimension of a metric.</summary>
internal sealed record TargetTrackingMetricDimension
{
    [Required, Length(1, 255), Pattern(Patterns.Text)]
    public string? Name { get; init; }

    [Required, Length(1, 1024), Pattern(Patterns.Text)]
    public string? Value { get; init; }
}
