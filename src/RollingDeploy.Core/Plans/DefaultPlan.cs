using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>No policy given: all at once, without a bake. Where alarms are named, they are looked at once.</summary>
public static class DefaultPlan
{
    internal static readonly DeploymentStrategy Strategy = new(
        static (config, sizes, _) => Build(sizes, alarms: !config.WatchedAlarms.IsEmpty));

    /// <summary>For example 2 to 2: <c>launch 2 | shift 2 | retire 2</c>.</summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, bool alarms) => alarms
        ? BlueGreenPlan.Build(sizes, (total, _) => total, 0, 0)
        : BlueGreenPlan.Build(sizes, (total, _) => total, 0);
}
