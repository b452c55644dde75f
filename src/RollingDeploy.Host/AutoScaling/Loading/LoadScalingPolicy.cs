using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.AutoScaling.Loading;

/// <summary>
/// Creates a scaling policy from the answer of DescribeScalingPolicies, with its ARN and the names of its alarms. It is an
/// operation of seeds, not of AWS.
/// </summary>
internal sealed record LoadScalingPolicyInput : PutScalingPolicyInput
{
    [Length(1, 1600), Pattern(Patterns.Text)]
    public string? PolicyARN { get; init; }

    public List<LoadedAlarm>? Alarms { get; init; }
}

/// <summary>An alarm of a scaling policy.</summary>
internal sealed record LoadedAlarm
{
    [Required, Length(1, 255)]
    public string? AlarmName { get; init; }
}
