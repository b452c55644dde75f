using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Lists inference components that match all filters, page by page. By default, the newest is first.</summary>
internal sealed record ListInferenceComponentsInput : IListInput
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

    [OneOf("InService", "Creating", "Updating", "Failed", "Deleting")]
    public string? StatusEquals { get; init; }

    [Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointNameEquals { get; init; }

    [Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantNameEquals { get; init; }
}

/// <summary>A page of inference components.</summary>
internal sealed record ListInferenceComponentsOutput
{
    [Required]
    public List<InferenceComponentSummary>? InferenceComponents { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }
}

/// <summary>An inference component in a list.</summary>
internal sealed record InferenceComponentSummary
{
    [Required]
    public DateTimeOffset? CreationTime { get; init; }

    [Required, Length(20, 2048)]
    public string? InferenceComponentArn { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.EndpointArn)]
    public string? EndpointArn { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    [OneOf("InService", "Creating", "Updating", "Failed", "Deleting")]
    public string? InferenceComponentStatus { get; init; }

    [Required]
    public DateTimeOffset? LastModifiedTime { get; init; }
}
