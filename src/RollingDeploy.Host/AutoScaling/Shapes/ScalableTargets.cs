using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>
/// Registers or updates a scalable target, with its smallest and largest capacity. An update changes the given members.
/// </summary>
internal sealed record RegisterScalableTargetInput
{
    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [Required, ScalableDimension]
    public string? ScalableDimension { get; init; }

    /// <summary>The smallest capacity. It is required for a new target.</summary>
    public int? MinCapacity { get; init; }

    /// <summary>The largest capacity. It is required for a new target.</summary>
    public int? MaxCapacity { get; init; }

    [Length(1, 1600), Pattern(Patterns.Text)]
    public string? RoleARN { get; init; }

    public SuspendedState? SuspendedState { get; init; }

    [Length(1, 128, On = Part.Key), Length(0, 256, On = Part.Value)]
    public Dictionary<string, string>? Tags { get; init; }
}

/// <summary>The ARN of the scalable target, for use with tags.</summary>
internal sealed record RegisterScalableTargetOutput
{
    [Pattern(Patterns.Text)]
    public string? ScalableTargetARN { get; init; }
}

/// <summary>Deregisters a scalable target and deletes its policies.</summary>
internal sealed record DeregisterScalableTargetInput
{
    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [Required, ScalableDimension]
    public string? ScalableDimension { get; init; }
}

/// <summary>
/// An empty output. It is written as an empty object, because the operation has an output shape in AWS's model.
/// </summary>
internal sealed record DeregisterScalableTargetOutput;

/// <summary>Describes the scalable targets of a service.</summary>
internal sealed record DescribeScalableTargetsInput
{
    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    [Length(0, 50), Length(1, 1600, On = Part.Item), Pattern(Patterns.Text, On = Part.Item)]
    public List<string>? ResourceIds { get; init; }

    [ScalableDimension]
    public string? ScalableDimension { get; init; }

    public int? MaxResults { get; init; }

    [Pattern(Patterns.Text)]
    public string? NextToken { get; init; }
}

/// <summary>A page of scalable targets.</summary>
internal sealed record DescribeScalableTargetsOutput
{
    public List<ScalableTarget>? ScalableTargets { get; init; }

    [Pattern(Patterns.Text)]
    public string? NextToken { get; init; }
}

/// <summary>A scalable target with its smallest and largest capacity.</summary>
internal sealed record ScalableTarget
{
    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [Required, ScalableDimension]
    public string? ScalableDimension { get; init; }

    [Required]
    public int? MinCapacity { get; init; }

    [Required]
    public int? MaxCapacity { get; init; }

    public int? PredictedCapacity { get; init; }

    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? RoleARN { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }

    public SuspendedState? SuspendedState { get; init; }

    [Pattern(Patterns.Text)]
    public string? ScalableTargetARN { get; init; }
}

/// <summary>The kinds of scaling that are suspended.</summary>
internal sealed record SuspendedState
{
    public bool? DynamicScalingInSuspended { get; init; }

    public bool? DynamicScalingOutSuspended { get; init; }

    public bool? ScheduledScalingSuspended { get; init; }
}
