using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Lists endpoint configurations that match all filters, page by page. By default, the newest is first.</summary>
internal sealed record ListEndpointConfigsInput : IListInput
{
    [OneOf("Name", "CreationTime")]
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
}

/// <summary>A page of endpoint configurations.</summary>
internal sealed record ListEndpointConfigsOutput
{
    [Required]
    public List<EndpointConfigSummary>? EndpointConfigs { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }
}

/// <summary>An endpoint configuration in a list.</summary>
internal sealed record EndpointConfigSummary
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointConfigName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.EndpointConfigArn)]
    public string? EndpointConfigArn { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }
}
