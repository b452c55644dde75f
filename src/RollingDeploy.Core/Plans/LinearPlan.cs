using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>Builds plans with equal shifts and a bake between them. The last shift can be smaller.</summary>
public static class LinearPlan
{
    internal static readonly DeploymentStrategy Strategy = new(
        static (config, sizes, bakeAfterLastStep) => Build(sizes, config.BlueGreen!, bakeAfterLastStep))
    {
        RoutingType = "LINEAR",
        PartialCapacity = "linear step capacity",
        Size = static config => new(
            "BlueGreenUpdatePolicy", "LinearStepSize", config.BlueGreen!.LinearStepSize, new(10, 50), "between 10% and 50%"),
    };

    /// <summary>
    /// Builds the plan. For example, 5 to 5 instances with steps of 2: <c>launch 5 | shift 2 | bake 60s | shift 2 | bake 60s |
    /// shift 1 | bake 300s | retire 5</c>.
    /// </summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, BlueGreenUpdatePolicy policy, bool bakeAfterLastStep)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var size = policy.LinearStepSize ?? throw new IllegalTransitionException("a linear deployment has no LinearStepSize");
        return Build(sizes, policy, bakeAfterLastStep, (total, k) => Math.Min(total, k * size.Of(total)));
    }

    internal static Plan Build(
        ImmutableArray<VariantSize> sizes, BlueGreenUpdatePolicy policy, bool bakeAfterLastStep, Func<int, int, int> activeAfter)
    {
        var wait = policy.WaitIntervalInSeconds;
        var termination = policy.TerminationWaitInSeconds ?? 0;
        return bakeAfterLastStep
            ? BlueGreenPlan.Build(sizes, activeAfter, wait, wait, termination)
            : BlueGreenPlan.Build(sizes, activeAfter, wait, termination);
    }
}
