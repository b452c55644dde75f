using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>New counts, weights and concurrencies for the fleet that serves: what is added comes first, then traffic follows the
/// weights and concurrency is set, then what is too much goes.</summary>
public static class ScalingPlan
{
    /// <summary>
    /// For example 3 to 5: <c>launch 2 old</c>; with other weights or concurrencies: <c>launch 2 old | shift 0</c>.
    /// </summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, bool settles)
    {
        var plan = new PlanBuilder([.. sizes.Select(size => new Target(size.Old, 0, 0))])
            .Launch((target, i) => target with { Old = Math.Max(target.Old, sizes[i].New) });
        return (settles ? plan.Settle() : plan).Retire((target, i) => target with { Old = sizes[i].New }).Build();
    }
}
