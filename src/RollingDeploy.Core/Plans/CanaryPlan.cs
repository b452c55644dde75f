using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// Builds plans with a small shift, a bake, and a shift of the rest. If the canary is the whole fleet, there is only one shift.
/// </summary>
public static class CanaryPlan
{
    internal static readonly DeploymentStrategy Strategy = new(
        static (config, sizes, bakeAfterLastStep) => Build(sizes, config.BlueGreen!, bakeAfterLastStep))
    {
        RoutingType = "CANARY",
        PartialCapacity = "canary capacity",
        Size = static config => new(
            "BlueGreenUpdatePolicy", "CanarySize", config.BlueGreen!.CanarySize, new(0, 50), "less than or equal to 50%"),
    };

    /// <summary>
    /// Builds the plan. For example, 5 to 5 instances with a canary of 1: <c>launch 5 | shift 1 | bake 60s | shift 4 | bake 300s
    /// | retire 5</c>.
    /// </summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, BlueGreenUpdatePolicy policy, bool bakeAfterLastStep)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var size = policy.CanarySize ?? throw new IllegalTransitionException("a canary deployment has no CanarySize");
        return LinearPlan.Build(sizes, policy, bakeAfterLastStep, (total, k) => k == 0 ? 0 : k == 1 ? size.Of(total) : total);
    }
}
