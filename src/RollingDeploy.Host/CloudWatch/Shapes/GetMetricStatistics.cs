using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Gets statistics of a metric.</summary>
internal sealed record GetMetricStatisticsInput
{
    [Required, Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    [Required, Length(1, 255)]
    public string? MetricName { get; init; }

    [Length(0, 30)]
    public List<Dimension>? Dimensions { get; init; }

    /// <summary>The start of the time range. It is inclusive.</summary>
    [Required]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The end of the time range. It is exclusive.</summary>
    [Required]
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The period in seconds: 1, 5, 10, 20, 30 or a multiple of 60.</summary>
    [Required, Range(1)]
    public int? Period { get; init; }

    /// <summary>The statistics. They are required unless <see cref="ExtendedStatistics"/> are given.</summary>
    [Length(1, 5), Statistic(On = Part.Item)]
    public List<string>? Statistics { get; init; }

    /// <summary>The percentiles, such as p99.9.</summary>
    [Length(1, 10)]
    public List<string>? ExtendedStatistics { get; init; }

    [StandardUnit]
    public string? Unit { get; init; }
}

/// <summary>The statistics of each period that has data.</summary>
internal sealed record GetMetricStatisticsOutput
{
    public string? Label { get; init; }

    /// <summary>The datapoints. AWS does not define their order.</summary>
    public List<Datapoint>? Datapoints { get; init; }
}

/// <summary>The requested statistics of a period.</summary>
internal sealed record Datapoint
{
    /// <summary>The start of the period.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    public double? SampleCount { get; init; }
    public double? Average { get; init; }
    public double? Sum { get; init; }
    public double? Minimum { get; init; }
    public double? Maximum { get; init; }

    [StandardUnit]
    public string? Unit { get; init; }

    /// <summary>The percentiles, by name.</summary>
    public Dictionary<string, double>? ExtendedStatistics { get; init; }
}
