using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.AutoScaling.Loading;

/// <summary>Scaling policies that are made from AWS's answers. Only seeds can call this operation.</summary>
internal static class LoadedPolicies
{
    /// <summary>The service of the operation, for the gateway of the seeds.</summary>
    public static Service Service() => new()
    {
        Name = "Application Auto Scaling",
        Route = "load-application-autoscaling",
        SigningNames = [],
        Operations =
        [
            Operation.Of(
                "LoadScalingPolicy", LoadedPoliciesJson.Default.LoadScalingPolicyInput, AutoScalingJson.Default.PutScalingPolicyOutput, Load),
        ],
    };

    private static PutScalingPolicyOutput Load(LoadScalingPolicyInput found, Call call) => ScalingPolicies.Put(
        found, call, IdOf(found.PolicyARN), [.. (found.Alarms ?? []).Select(alarm => alarm.AlarmName!)]);

    // arn:aws:autoscaling:us-east-1:111122223333:scalingPolicy:<uuid>:resource/sagemaker/endpoint/e/variant/v:policyName/p
    private static string? IdOf(string? arn) =>
        arn?.Split(':') is [_, _, _, _, _, "scalingPolicy", var id, ..] && Guid.TryParseExact(id, "D", out _) ? id : null;
}
