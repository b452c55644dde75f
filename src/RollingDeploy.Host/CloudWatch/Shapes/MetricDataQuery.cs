using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>A metric to get, or an expression on other queries.</summary>
internal sealed record MetricDataQuery
{
    /// <summary>The ID of the result, for use in expressions.</summary>
    [Required, Length(1, 255)]
    public string? Id { get; init; }

    /// <summary>The metric. Specify this or <see cref="Expression"/>, not both.</summary>
    public MetricStat? MetricStat { get; init; }

    [Length(1, 2048)]
    public string? Expression { get; init; }

    public string? Label { get; init; }

    /// <summary>
    /// Whether to return the result. Use false for a query that is used only in an expression. The default is true.
    /// </summary>
    public bool? ReturnData { get; init; }

    /// <summary>The period of an expression, in seconds. A metric has its own period.</summary>
    [Range(1)]
    public int? Period { get; init; }

    [Length(1, 255)]
    public string? AccountId { get; init; }
}

/// <summary>A statistic of a metric, by period.</summary>
internal sealed record MetricStat
{
    [Required]
    public Metric? Metric { get; init; }

    /// <summary>The period, in seconds.</summary>
    [Required, Range(1)]
    public int? Period { get; init; }

    /// <summary>The statistic, such as Average, or a percentile, such as p99.9.</summary>
    [Required]
    public string? Stat { get; init; }

    [StandardUnit]
    public string? Unit { get; init; }
}
