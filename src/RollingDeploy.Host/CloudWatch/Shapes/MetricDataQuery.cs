using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>A metric to get, or an expression on other queries.</summary>
internal sealed record MetricDataQuery
{
    /// <summary>What expressions call the result by.</summary>
    [Required, Length(1, 255)]
    public string? Id { get; init; }

    /// <summary>Excludes <see cref="Expression"/>.</summary>
    public MetricStat? MetricStat { get; init; }

    [Length(1, 2048)]
    public string? Expression { get; init; }

    public string? Label { get; init; }

    /// <summary>True when absent; false for what only feeds an expression.</summary>
    public bool? ReturnData { get; init; }

    /// <summary>Seconds, for an expression; a metric has its own.</summary>
    [Range(1)]
    public int? Period { get; init; }

    [Length(1, 255)]
    public string? AccountId { get; init; }
}

/// <summary>A statistic of a metric over periods.</summary>
internal sealed record MetricStat
{
    [Required]
    public Metric? Metric { get; init; }

    /// <summary>The period, in seconds.</summary>
    [Required, Range(1)]
    public int? Period { get; init; }

    /// <summary>A name such as Average, or a percentile such as p99.9.</summary>
    [Required]
    public string? Stat { get; init; }

    [StandardUnit]
    public string? Unit { get; init; }
}
