using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// The rules for deployment configurations that are not constraints in AWS's model (deployment-guardrails.md §2, §5).
/// </summary>
internal static class DeploymentConfigRules
{
    private static readonly PercentRange Rollback = new(1, 100);

    /// <summary>Checks that there is at most one policy, that its sizes are given, and that percentages are in range.</summary>
    public static void CheckPolicies(DeploymentConfig? config, SizedFleet fleet)
    {
        if (config is { BlueGreen: not null, Rolling: not null })
        {
            throw DeploymentConfigErrors.BothPolicies();
        }

        // The batch of a rollback refers to the old fleet. A number that is more than this fleet means all of it.
        var back = new SizeRule(
            "RollingUpdatePolicy", "RollbackMaximumBatchSize", config?.Rolling?.RollbackMaximumBatchSize, Rollback, "between 1% and 100%");
        if (back.IsBrokenByPercent)
        {
            throw back.OutOfRange(fleet, fleet.Present);
        }

        foreach (var rule in Rules(config))
        {
            if (rule.Size is null)
            {
                var type = DeploymentStrategy.Of(config!.Policy).RoutingType!;
                throw DeploymentConfigErrors.SizeMissing(type, rule.Member, SizeHint.Of(rule, fleet.Unit, fleet.Variants));
            }

            if (rule.IsBrokenByPercent)
            {
                throw rule.OutOfRange(fleet, fleet.Variants);
            }
        }
    }

    /// <summary>Checks that numbers of instances are in range too, for all variants of the new fleet.</summary>
    public static void CheckSizes(DeploymentConfig config, SizedFleet fleet)
    {
        foreach (var rule in Rules(config).Where(rule => rule.IsBrokenBy(fleet.Variants)))
        {
            throw rule.OutOfRange(fleet, fleet.Variants);
        }
    }

    /// <summary>Checks that all alarms exist.</summary>
    public static void CheckAlarms(DeploymentConfig? config, Region region)
    {
        var missing = (config?.WatchedAlarms ?? []).Where(name => region.Alarms.Find(name) is null).ToList();
        if (missing.Count > 0)
        {
            throw DeploymentConfigErrors.AlarmsNotFound(missing);
        }
    }

    private static IEnumerable<SizeRule> Rules(DeploymentConfig? config) =>
        config is not null && DeploymentStrategy.Of(config.Policy).Size is { } size ? [size(config)] : [];
}
