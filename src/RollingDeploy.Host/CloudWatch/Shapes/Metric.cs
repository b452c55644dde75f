using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>A metric, identified by its namespace, its name and all of its dimensions.</summary>
internal sealed record Metric
{
    [Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    [Length(1, 255)]
    public string? MetricName { get; init; }

    [Length(0, 30)]
    public List<Dimension>? Dimensions { get; init; }
}

/// <summary>A dimension of a metric. It is part of the identity of the metric.</summary>
// Uses set instead of init. For init, the JSON reader first collects the members in an array, which takes a fifth of the request
// time.
internal sealed record Dimension
{
    [Required, Length(1, 255)]
    public string? Name { get; set; }

    [Required, Length(1, 1024)]
    public string? Value { get; set; }
}

/// <summary>A filter for a dimension, by name or by name and value.</summary>
internal sealed record DimensionFilter
{
    [Required, Length(1, 255)]
    public string? Name { get; init; }

    [Length(1, 1024)]
    public string? Value { get; init; }
}
