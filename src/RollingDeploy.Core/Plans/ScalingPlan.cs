using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// Builds plans that change the instance counts, weights and concurrencies of the current fleet. First, instances are added. Then
/// traffic is shifted according to the weights, and concurrencies are set. Then instances are removed.
/// </summary>
public static class ScalingPlan
{
    /// <summary>
    /// Builds the plan. For example, 3 to 5 instances: <c>launch 2 old</c>; with a change of weights or concurrencies: <c>launch
    /// 2 old | shift 0</c>.
    /// </summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, bool settles)
    {
        var plan = new PlanBuilder([.. sizes.Select(size => new Target(size.Old, 0, 0))])
            .Launch((target, i) => target with { Old = Math.Max(target.Old, sizes[i].New) });
        return (settles ? plan.Settle() : plan).Retire((target, i) => target with { Old = sizes[i].New }).Build();
    }
}
