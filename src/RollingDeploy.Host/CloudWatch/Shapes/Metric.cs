using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>A metric's identity: namespace, name and the whole set of dimensions.</summary>
internal sealed record Metric
{
    [Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    [Length(1, 255)]
    public string? MetricName { get; init; }

    [Length(0, 30)]
    public List<Dimension>? Dimensions { get; init; }
}

/// <summary>One part of a metric's identity.</summary>
internal sealed record Dimension
{
    [Required, Length(1, 255)]
    public string? Name { get; init; }

    [Required, Length(1, 1024)]
    public string? Value { get; init; }
}

/// <summary>A dimension by name, or by name and value.</summary>
internal sealed record DimensionFilter
{
    [Required, Length(1, 255)]
    public string? Name { get; init; }

    [Length(1, 1024)]
    public string? Value { get; init; }
}
