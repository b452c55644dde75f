using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>Builds plans that shift all traffic at once. WaitIntervalInSeconds is between shifts, so it has no effect.</summary>
public static class AllAtOncePlan
{
    internal static readonly DeploymentStrategy Strategy = new(static (config, sizes, _) => Build(sizes, config.BlueGreen!))
    {
        RoutingType = "ALL_AT_ONCE",
    };

    /// <summary>Builds the plan. For example, 2 to 2 instances: <c>launch 2 | shift 2 | bake 300s | retire 2</c>.</summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, BlueGreenUpdatePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return BlueGreenPlan.Build(sizes, (total, _) => total, 0, policy.TerminationWaitInSeconds ?? 0);
    }
}
