using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Filters, which all have to hold, and paging. The newest comes first unless asked otherwise.</summary>
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

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? CreationTimeBefore { get; init; }

    /// <summary>Inclusive.</summary>
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

/// <summary>One page of inference components.</summary>
internal sealed record ListInferenceComponentsOutput
{
    [Required]
    public List<InferenceComponentSummary>? InferenceComponents { get; init; }

    /// <summary>Absent on the last page.</summary>
    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }
}

/// <summary>A row of the list of inference components.</summary>
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
