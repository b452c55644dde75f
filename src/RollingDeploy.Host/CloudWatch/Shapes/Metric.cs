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
// Set and not init: for init, the reader of JSON collects the members in an array of objects first, a fifth of the request's
// time.
internal sealed record Dimension
{
    [Required, Length(1, 255)]
    public string? Name { get; set; }

    [Required, Length(1, 1024)]
    public string? Value { get; set; }
}

/// <summary>A dimension by name, or by name and value.</summary>
internal sealed record DimensionFilter
{
    [Required, Length(1, 255)]
    public string? Name { get; init; }

    [Length(1, 1024)]
    public string? Value { get; init; }
}
