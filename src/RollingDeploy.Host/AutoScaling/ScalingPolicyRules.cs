using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Host.AutoScaling.Shapes;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>PutScalingPolicy's rules beyond the constraints of the model. Where no text of AWS's is known, it is ours.</summary>
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
        // What is in proportion to nothing, or to less, has no size.
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

    /// <summary>A cooldown in seconds; 300 where none is given.</summary>
    public static TimeSpan Cooldown(int? seconds, string member) => seconds switch
    {
        null => TargetTracking.DefaultCooldown,
        >= 0 => TimeSpan.FromSeconds(seconds.Value),
        _ => throw AutoScalingErrors.Validation($"{member} must be greater than or equal to 0"),
    };
}
