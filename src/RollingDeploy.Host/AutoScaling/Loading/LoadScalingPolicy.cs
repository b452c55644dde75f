using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Loading;

/// <summary>
/// Creates a scaling policy from the answer of DescribeScalingPolicies, with its ARN and the names of its alarms. It is an
/// operation of seeds, not of AWS.
/// </summary>
internal sealed record LoadScalingPolicyInput
{
    [Length(1, 1600), Pattern(Patterns.Text)]
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

    [OneOf("StepScaling", "TargetTrackingScaling", "PredictiveScaling")]
    public string? PolicyType { get; init; }

    public StepScalingPolicyConfiguration? StepScalingPolicyConfiguration { get; init; }

    public TargetTrackingScalingPolicyConfiguration? TargetTrackingScalingPolicyConfiguration { get; init; }

    public PredictiveScalingPolicyConfiguration? PredictiveScalingPolicyConfiguration { get; init; }

    public List<LoadedAlarm>? Alarms { get; init; }
}

/// <summary>An alarm of a scaling policy.</summary>
internal sealed record LoadedAlarm
{
    [Required, Length(1, 255)]
    public string? AlarmName { get; init; }
}
