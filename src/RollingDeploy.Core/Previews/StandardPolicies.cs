using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews;

/// <summary>
/// The five policies with usual settings, to compare them with a request. Waits, alarms and the timeout are those of the request.
/// </summary>
internal static class StandardPolicies
{
    private const int UsualWait = 300;

    private static readonly CapacitySize Tenth = new(CapacitySizeType.CapacityPercent, 10);
    private static readonly CapacitySize Quarter = new(CapacitySizeType.CapacityPercent, 25);

    /// <summary>Returns the policies, each with its settings in words.</summary>
    public static IEnumerable<(DeploymentPolicy Policy, DeploymentConfig Config, string Settings)> For(DeploymentConfig? given)
    {
        var wait = given?.BlueGreen?.WaitIntervalInSeconds ?? given?.Rolling?.WaitIntervalInSeconds ?? UsualWait;
        var termination = given?.BlueGreen?.TerminationWaitInSeconds ?? wait;
        var limit = given?.MaximumExecutionTimeoutInSeconds;
        var common = new DeploymentConfig { Alarms = given?.Alarms, HasAutoRollback = given?.HasAutoRollback ?? false };
        var baking = FormattableString.Invariant($"wait {wait} s, termination wait {termination} s");
        yield return (DeploymentPolicy.Default, common, "no policy");
        yield return (DeploymentPolicy.AllAtOnce, common with { BlueGreen = BlueGreen(DeploymentPolicy.AllAtOnce) }, baking);
        yield return (
            DeploymentPolicy.Canary,
            common with { BlueGreen = BlueGreen(DeploymentPolicy.Canary) with { CanarySize = Tenth } },
            $"canary of 10 %, {baking}");
        yield return (
            DeploymentPolicy.Linear,
            common with { BlueGreen = BlueGreen(DeploymentPolicy.Linear) with { LinearStepSize = Quarter } },
            $"steps of 25 %, {baking}");
        yield return (
            DeploymentPolicy.Rolling,
            common with { Rolling = new(Quarter, wait) { MaximumExecutionTimeoutInSeconds = limit } },
            FormattableString.Invariant($"batches of 25 %, wait {wait} s"));

        BlueGreenUpdatePolicy BlueGreen(DeploymentPolicy policy) =>
            new(policy, wait) { TerminationWaitInSeconds = termination, MaximumExecutionTimeoutInSeconds = limit };
    }
}
