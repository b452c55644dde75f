using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Lists the metrics that match all filters, page by page.</summary>
internal sealed record ListMetricsInput
{
    [Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    [Length(1, 255)]
    public string? MetricName { get; init; }

    [Length(0, 10)]
    public List<DimensionFilter>? Dimensions { get; init; }

    public string? NextToken { get; init; }

    /// <summary>Returns only metrics with data in the last three hours.</summary>
    [OneOf("PT3H")]
    public string? RecentlyActive { get; init; }

    public bool? IncludeLinkedAccounts { get; init; }

    [Length(1, 255)]
    public string? OwningAccount { get; init; }
}

/// <summary>A page of at most 500 metrics.</summary>
internal sealed record ListMetricsOutput
{
    public List<Metric>? Metrics { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    public string? NextToken { get; init; }

    [Length(1, 255, On = Part.Item)]
    public List<string>? OwningAccounts { get; init; }
}
