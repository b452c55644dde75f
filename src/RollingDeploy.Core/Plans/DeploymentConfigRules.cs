using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// What a deployment configuration must satisfy beyond the constraints of AWS's model (deployment-guardrails.md §2, §5).
/// </summary>
internal static class DeploymentConfigRules
{
    private static readonly PercentRange Rollback = new(1, 100);

    /// <summary>One policy at most, its sizes there, and percentages in range whatever the fleet.</summary>
    public static void CheckPolicies(DeploymentConfig? config, SizedFleet fleet)
    {
        if (config is { BlueGreen: not null, Rolling: not null })
        {
            throw DeploymentConfigErrors.BothPolicies();
        }

        // A rollback's batch is held against the old fleet, of which a count beyond it is simply all.
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

    /// <summary>Counts in range too, for every variant's target count.</summary>
    public static void CheckSizes(DeploymentConfig config, SizedFleet fleet)
    {
        foreach (var rule in Rules(config).Where(rule => rule.IsBrokenBy(fleet.Variants)))
        {
            throw rule.OutOfRange(fleet, fleet.Variants);
        }
    }

    /// <summary>Every alarm that is named must be there.</summary>
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
