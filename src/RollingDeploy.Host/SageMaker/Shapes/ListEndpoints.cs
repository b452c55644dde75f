using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Lists endpoints that match all filters, page by page. By default, the newest is first.</summary>
internal sealed record ListEndpointsInput : IListInput
{
    [OneOf("Name", "CreationTime", "Status")]
    public string? SortBy { get; init; }

    [OneOf("Ascending", "Descending")]
    public string? SortOrder { get; init; }

    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }

    [Range(1, 100)]
    public int? MaxResults { get; init; }

    [Length(0, 63), Pattern(Patterns.NameContains)]
    public string? NameContains { get; init; }

    /// <summary>Returns only resources that were created before this time.</summary>
    public DateTimeOffset? CreationTimeBefore { get; init; }

    /// <summary>Returns only resources that were created at or after this time.</summary>
    public DateTimeOffset? CreationTimeAfter { get; init; }

    public DateTimeOffset? LastModifiedTimeBefore { get; init; }
    public DateTimeOffset? LastModifiedTimeAfter { get; init; }

    [EndpointStatus]
    public string? StatusEquals { get; init; }
}

/// <summary>A page of endpoints.</summary>
internal sealed record ListEndpointsOutput
{
    [Required]
    public List<EndpointSummary>? Endpoints { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }
}

/// <summary>An endpoint in a list.</summary>
internal sealed record EndpointSummary
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }

    [Required]
    public DateTimeOffset? LastModifiedTime { get; init; }

    [Required, EndpointStatus]
    public string? EndpointStatus { get; init; }
}
