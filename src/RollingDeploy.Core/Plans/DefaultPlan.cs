using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// Builds plans for deployments without a policy: all traffic at once, without a bake. With alarms, there is a bake of 0 s, so
/// that they are checked once.
/// </summary>
public static class DefaultPlan
{
    internal static readonly DeploymentStrategy Strategy = new(
        static (config, sizes, _) => Build(sizes, alarms: !config.WatchedAlarms.IsEmpty));

    /// <summary>Builds the plan. For example, 2 to 2 instances: <c>launch 2 | shift 2 | retire 2</c>.</summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, bool alarms) => alarms
        ? BlueGreenPlan.Build(sizes, (total, _) => total, 0, 0)
        : BlueGreenPlan.Build(sizes, (total, _) => total, 0);
}
