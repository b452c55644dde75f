using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Host.AutoScaling.Shapes;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>
/// The rules of PutScalingPolicy that are not constraints in AWS's model. Unknown error texts of AWS are RollingDeploy's.
/// </summary>
internal static class ScalingPolicyRules
{
    // API reference, TargetTrackingScalingPolicyConfiguration: 2 to the power of 360.
    private static readonly double Largest = Math.Pow(2, 360);

    public static ScalingConfiguration Read(PutScalingPolicyInput input, ScalableResource resource)
    {
        var (steps, tracking) = (input.StepScalingPolicyConfiguration, input.TargetTrackingScalingPolicyConfiguration);
        if (input.PolicyType == "PredictiveScaling" || input.PredictiveScalingPolicyConfiguration is not null)
        {
            throw AutoScalingErrors.Validation($"Predictive scaling is not supported for scalable dimension {resource.Dimension}");
        }

        return (input.PolicyType, steps, tracking) switch
        {
            (not "TargetTrackingScaling", { }, null) => StepScalingRules.Read(steps),
            (not "StepScaling", null, { }) => Read(tracking, resource),
            _ => throw AutoScalingErrors.Validation(
                "Exactly one of StepScalingPolicyConfiguration and TargetTrackingScalingPolicyConfiguration must be specified, and it "
                + "must match PolicyType"),
        };
    }

    private static TargetTracking Read(TargetTrackingScalingPolicyConfiguration given, ScalableResource resource)
    {
        // Target tracking divides by the target value, so it must be more than 0.
        if (!(given.TargetValue > 0) || given.TargetValue > Largest)
        {
            throw AutoScalingErrors.Validation("TargetValue must be greater than 0 and not greater than 2^360");
        }

        return new(given.TargetValue.Value, ScalingMetrics.Read(given, resource))
        {
            ScaleOutCooldown = Cooldown(given.ScaleOutCooldown, nameof(given.ScaleOutCooldown)),
            ScaleInCooldown = Cooldown(given.ScaleInCooldown, nameof(given.ScaleInCooldown)),
            DisableScaleIn = given.DisableScaleIn ?? false,
        };
    }

    /// <summary>Converts a cooldown in seconds. The default is 300.</summary>
    public static TimeSpan Cooldown(int? seconds, string member) => seconds switch
    {
        null => TargetTracking.DefaultCooldown,
        >= 0 => TimeSpan.FromSeconds(seconds.Value),
        _ => throw AutoScalingErrors.Validation($"{member} must be greater than or equal to 0"),
    };
}
