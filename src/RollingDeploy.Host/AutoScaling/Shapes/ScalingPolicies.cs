using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>Creates or updates a scaling policy. An update replaces the configuration.</summary>
internal record PutScalingPolicyInput
{
    [Required, Length(1, 256), Pattern(Patterns.Printable)]
    public string? PolicyName { get; init; }

    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [Required, ScalableDimension]
    public string? ScalableDimension { get; init; }

    [OneOf("StepScaling", "TargetTrackingScaling", "PredictiveScaling")]
    public string? PolicyType { get; init; }

    public StepScalingPolicyConfiguration? StepScalingPolicyConfiguration { get; init; }

    public TargetTrackingScalingPolicyConfiguration? TargetTrackingScalingPolicyConfiguration { get; init; }

    public PredictiveScalingPolicyConfiguration? PredictiveScalingPolicyConfiguration { get; init; }
}

/// <summary>The ARN of the policy, for use in alarm actions, and the alarms that a target tracking policy has created.</summary>
internal sealed record PutScalingPolicyOutput
{
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? PolicyARN { get; init; }

    public List<Alarm>? Alarms { get; init; }
}

/// <summary>Describes the scaling policies of a service.</summary>
internal sealed record DescribeScalingPoliciesInput
{
    [Length(0, 50), Length(1, 1600, On = Part.Item), Pattern(Patterns.Text, On = Part.Item)]
    public List<string>? PolicyNames { get; init; }

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

/// <summary>A page of scaling policies.</summary>
internal sealed record DescribeScalingPoliciesOutput
{
    public List<ScalingPolicy>? ScalingPolicies { get; init; }

    [Pattern(Patterns.Text)]
    public string? NextToken { get; init; }
}

/// <summary>Deletes a scaling policy and the alarms that it has created.</summary>
internal sealed record DeleteScalingPolicyInput
{
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? PolicyName { get; init; }

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
internal sealed record DeleteScalingPolicyOutput;

/// <summary>A scaling policy and the alarms that trigger it.</summary>
internal sealed record ScalingPolicy
{
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? PolicyARN { get; init; }

    [Required, Length(1, 256), Pattern(Patterns.Printable)]
    public string? PolicyName { get; init; }

    [Required, ServiceNamespace]
    public string? ServiceNamespace { get; init; }

    /// <summary>The ID of the resource, such as <c>endpoint/demo/variant/AllTraffic</c>.</summary>
    [Required, Length(1, 1600), Pattern(Patterns.Text)]
    public string? ResourceId { get; init; }

    [Required, ScalableDimension]
    public string? ScalableDimension { get; init; }

    [Required, OneOf("StepScaling", "TargetTrackingScaling", "PredictiveScaling")]
    public string? PolicyType { get; init; }

    public StepScalingPolicyConfiguration? StepScalingPolicyConfiguration { get; init; }

    public TargetTrackingScalingPolicyConfiguration? TargetTrackingScalingPolicyConfiguration { get; init; }

    public PredictiveScalingPolicyConfiguration? PredictiveScalingPolicyConfiguration { get; init; }

    public List<Alarm>? Alarms { get; init; }

    [Required]
    public DateTimeOffset? CreationTime { get; init; }
}

/// <summary>A CloudWatch alarm.</summary>
internal sealed record Alarm
{
    [Required, Pattern(Patterns.Text)]
    public string? AlarmName { get; init; }

    [Required, Pattern(Patterns.Text)]
    public string? AlarmARN { get; init; }
}
