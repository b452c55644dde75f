using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>Describes the scaling activities of the last six weeks.</summary>
internal sealed record DescribeScalingActivitiesInput
{
    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [ScalableDimension]
    public string? ScalableDimension { get; init; }

    public int? MaxResults { get; init; }

    [Pattern(Patterns.Text)]
    public string? NextToken { get; init; }

    /// <summary>Whether to include activities that changed nothing.</summary>
    public bool? IncludeNotScaledActivities { get; init; }
}

/// <summary>A page of activities, newest first.</summary>
internal sealed record DescribeScalingActivitiesOutput
{
    public List<ScalingActivity>? ScalingActivities { get; init; }

    [Pattern(Patterns.Text)]
    public string? NextToken { get; init; }
}

/// <summary>A change of a capacity, or the reason why it was not changed.</summary>
internal sealed record ScalingActivity
{
    [Required, Pattern(Patterns.Text)]
    public string? ActivityId { get; init; }

    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [Required, ScalableDimension]
    public string? ScalableDimension { get; init; }

    [Required, Pattern(Patterns.Text)]
    public string? Description { get; init; }

    [Required, Pattern(Patterns.Text)]
    public string? Cause { get; init; }

    [Required]
    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    [Required, OneOf("Pending", "InProgress", "Successful", "Overridden", "Unfulfilled", "Failed")]
    public string? StatusCode { get; init; }

    [Pattern(Patterns.Text)]
    public string? StatusMessage { get; init; }

    [Pattern(Patterns.Text)]
    public string? Details { get; init; }

    public List<NotScaledReason>? NotScaledReasons { get; init; }
}

/// <summary>The code that says why an activity changed nothing.</summary>
internal sealed record NotScaledReason
{
    [Required, Pattern(Patterns.Text)]
    public string? Code { get; init; }

    public int? MaxCapacity { get; init; }

    public int? MinCapacity { get; init; }

    public int? CurrentCapacity { get; init; }
}
