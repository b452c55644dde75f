using System.Collections.Immutable;

namespace RollingDeploy.Core.Deployments;

/// <summary>What a deployment configuration must satisfy beyond the constraints of AWS's model (deployment-guardrails.md §2, §5).</summary>
internal static class DeploymentConfigRules
{
    /// <summary>What the sizes of an endpoint's policies are a part of.</summary>
    public const string InstanceCount = "variant's total instance count";

    /// <summary>What the sizes of an inference component's policy are a part of.</summary>
    public const string CopyCount = "inference component's copy count";

    private static readonly PercentRange Batch = new(5, 50);
    private static readonly PercentRange Canary = new(0, 50);
    private static readonly PercentRange LinearStep = new(10, 50);
    private static readonly PercentRange Rollback = new(1, 100);

    /// <summary>One policy at most, its sizes there, and percentages in range whatever the fleet.</summary>
    public static void CheckPolicies(DeploymentConfig? config, string total = InstanceCount)
    {
        if (config is { BlueGreen: not null, Rolling: not null })
        {
            throw Faults.BothPolicies();
        }

        // A rollback's batch is held against the old fleet, of which a count beyond it is simply all.
        if (config?.Rolling?.RollbackMaximumBatchSize is { Type: CapacitySizeType.CapacityPercent } back && !back.IsWithin(Rollback, 0))
        {
            throw Faults.SizeOutOfRange("RollingUpdatePolicy", "RollbackMaximumBatchSize", "between 1% and 100%", total);
        }

        foreach (var (size, member, percent, policy, range) in Sizes(config))
        {
            if (size is null)
            {
                throw Faults.SizeMissing(config!.Policy == DeploymentPolicy.Canary ? "CANARY" : "LINEAR", member);
            }

            if (size.Type == CapacitySizeType.CapacityPercent && !size.IsWithin(percent, 0))
            {
                throw Faults.SizeOutOfRange(policy, member, range, total);
            }
        }
    }

    /// <summary>Counts in range too, for every variant's target count.</summary>
    public static void CheckSizes(DeploymentConfig config, ImmutableArray<int> totals, string total = InstanceCount)
    {
        foreach (var (size, member, percent, policy, range) in Sizes(config))
        {
            if (totals.Any(each => !size!.IsWithin(percent, each)))
            {
                throw Faults.SizeOutOfRange(policy, member, range, total);
            }
        }
    }

    /// <summary>Every alarm that is named must be there.</summary>
    public static void CheckAlarms(DeploymentConfig? config, Region region)
    {
        var missing = (config?.WatchedAlarms ?? []).Where(name => region.Alarms.Find(name) is null).ToList();
        if (missing.Count > 0)
        {
            throw Faults.AlarmsNotFound(missing);
        }
    }

    private static IEnumerable<(CapacitySize? Size, string Member, PercentRange Percent, string Policy, string Range)> Sizes(
        DeploymentConfig? config)
    {
        switch (config?.Policy)
        {
            case DeploymentPolicy.Rolling:
                yield return (config.Rolling!.MaximumBatchSize, "MaximumBatchSize", Batch,
                    "RollingUpdatePolicy", "between 5% and 50%");
                break;
            case DeploymentPolicy.Canary:
                yield return (config.BlueGreen!.CanarySize, "CanarySize", Canary,
                    "BlueGreenUpdatePolicy", "less than or equal to 50%");
                break;
            case DeploymentPolicy.Linear:
                yield return (config.BlueGreen!.LinearStepSize, "LinearStepSize", LinearStep,
                    "BlueGreenUpdatePolicy", "between 10% and 50%");
                break;
        }
    }
}
