using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>A small shift, a bake, and the rest. A canary that is the whole fleet leaves one shift.</summary>
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

    /// <summary>For example 5 to 5 with a canary of 1:
    /// <c>launch 5 | shift 1 | bake 60s | shift 4 | bake 300s | retire 5</c>.</summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, BlueGreenUpdatePolicy policy, bool bakeAfterLastStep)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var size = policy.CanarySize ?? throw new IllegalTransitionException("a canary without its size was accepted");
        return LinearPlan.Build(sizes, policy, bakeAfterLastStep, (total, k) => k == 0 ? 0 : k == 1 ? size.Of(total) : total);
    }
}
