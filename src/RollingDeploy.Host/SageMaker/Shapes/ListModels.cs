using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Lists models that match all filters, page by page. By default, the newest is first.</summary>
internal sealed record ListModelsInput : IListInput
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

/// <summary>A page of models.</summary>
internal sealed record ListModelsOutput
{
    [Required]
    public List<ModelSummary>? Models { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }
}

/// <summary>A model in a list.</summary>
internal sealed record ModelSummary
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.ModelArn)]
    public string? ModelArn { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }
}
