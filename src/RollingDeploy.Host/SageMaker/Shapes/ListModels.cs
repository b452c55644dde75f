using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Filters, which all have to hold, and paging. The newest model comes first unless asked otherwise.</summary>
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

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? CreationTimeBefore { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? CreationTimeAfter { get; init; }
}

/// <summary>One page of models.</summary>
internal sealed record ListModelsOutput
{
    [Required]
    public List<ModelSummary>? Models { get; init; }

    /// <summary>Absent on the last page.</summary>
    [Length(0, 8192), Pattern(Patterns.AnyLine)]
    public string? NextToken { get; init; }
}

/// <summary>A row of the list of models.</summary>
internal sealed record ModelSummary
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? ModelName { get; init; }

    [Required, Length(20, 2048), Pattern(Patterns.ModelArn)]
    public string? ModelArn { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }
}
