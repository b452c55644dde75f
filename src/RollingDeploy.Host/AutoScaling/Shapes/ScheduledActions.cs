using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>
/// Creates or updates a scheduled action, which sets the smallest and largest capacity of a scalable target at the times of its
/// schedule. An update changes the given members, and deletes start and end times that are not given.
/// </summary>
internal sealed record PutScheduledActionInput
{
    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    /// <summary>
    /// <c>at(yyyy-mm-ddThh:mm:ss)</c>, <c>rate(value unit)</c> or <c>cron(minutes hours day_of_month month day_of_week year)</c>.
    /// It
    /// is required for a new action.
    /// </summary>
    [Length(1, 1600), Pattern(Patterns.Text)]
    public string? Schedule { get; init; }

    /// <summary>The IANA time zone of at and cron expressions. The default is UTC.</summary>
    [Length(1, 1600), Pattern(Patterns.Text)]
    public string? Timezone { get; init; }

    /// <summary>The name, which is unique in the scalable target.</summary>
    [Required, Length(1, 256), Pattern(Patterns.ScheduledActionName)]
    public string? ScheduledActionName { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [Required, ScalableDimension]
    public string? ScalableDimension { get; init; }

    /// <summary>When a recurring schedule starts. The action also runs at this time.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When a recurring schedule ends.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The new capacity limits. They are required for a new action.</summary>
    public ScalableTargetAction? ScalableTargetAction { get; init; }
}

/// <summary>
/// An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.
/// </summary>
internal sealed record PutScheduledActionOutput;

/// <summary>The new smallest and largest capacity of a scalable target. One of them can be omitted.</summary>
internal sealed record ScalableTargetAction
{
    public int? MinCapacity { get; init; }

    public int? MaxCapacity { get; init; }
}

/// <summary>Describes the scheduled actions of a service.</summary>
internal sealed record DescribeScheduledActionsInput
{
    [Length(0, 50), Length(1, 1600, On = Part.Item), Pattern(Patterns.Text, On = Part.Item)]
    public List<string>? ScheduledActionNames { get; init; }

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
}

/// <summary>A page of scheduled actions.</summary>
internal sealed record DescribeScheduledActionsOutput
{
    public List<ScheduledAction>? ScheduledActions { get; init; }

    [Pattern(Patterns.Text)]
    public string? NextToken { get; init; }
}

/// <summary>Deletes a scheduled action.</summary>
internal sealed record DeleteScheduledActionInput
{
    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ScheduledActionName { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [Required, ScalableDimension]
    public string? ScalableDimension { get; init; }
}

/// <summary>
/// An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.
/// </summary>
internal sealed record DeleteScheduledActionOutput;

/// <summary>A scheduled action of a scalable target.</summary>
internal sealed record ScheduledAction
{
    [Required, Length(1, 256), Pattern(Patterns.ScheduledActionName)]
    public string? ScheduledActionName { get; init; }

    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ScheduledActionARN { get; init; }

    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? Schedule { get; init; }

    [Length(1, 1600), Pattern(Patterns.Text)]
    public string? Timezone { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [ScalableDimension]
    public string? ScalableDimension { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    public ScalableTargetAction? ScalableTargetAction { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }
}
