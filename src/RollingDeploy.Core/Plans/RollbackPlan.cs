using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// The way back (deployment-guardrails.md §7), built from the fleets as they stand at that moment. It has no bakes.
/// </summary>
public static class RollbackPlan
{
    /// <summary>
    /// Blue/green has retired nothing: traffic moves back and the new fleet goes, <c>shift -2 | retire 5 new</c>.
    /// </summary>
    public static Plan BlueGreen(ImmutableArray<Target> standing) => new PlanBuilder(standing)
        .Shift((target, _) => target with { Active = 0 })
        .Retire((target, _) => target with { New = 0 })
        .Build();

    /// <summary>
    /// Rolling, everything at once: what is missing of the old fleet is launched, all traffic moves back, the new fleet goes.
    /// From 5 to 5 by 2, in the bake of the second batch: <c>launch 2 old | shift -4 | retire 4 new</c>.
    /// </summary>
    public static Plan AtOnce(ImmutableArray<Target> standing, ImmutableArray<VariantSize> full) => new PlanBuilder(standing)
        .Launch((target, i) => target with { Old = Math.Max(target.Old, full[i].Old) })
        .Shift((target, _) => target with { Active = 0 })
        .Retire((target, _) => target with { New = 0 })
        .Build();

    /// <summary>Scaling back: what was added goes.</summary>
    public static Plan Unscale(ImmutableArray<Target> standing, ImmutableArray<VariantSize> full) => new PlanBuilder(standing)
        .Retire((target, i) => target with { Old = Math.Min(target.Old, full[i].Old) })
        .Build();

    /// <summary>
    /// In batches of at most <paramref name="batch"/> old instances. First goes what the old instances that are still there
    /// can carry already: from 5 to 5 by 2, in the bake of the second batch 3 old and 4 new stand, so 2 new ones go before
    /// 2 old ones are launched, and there are never more instances than on the way forward.
    /// </summary>
    public static Plan InBatches(ImmutableArray<Target> standing, ImmutableArray<VariantSize> full, int batch)
    {
        var plan = new PlanBuilder(standing);
        var old = standing[0].Old;
        while (true)
        {
            // Of the first variant just so many; a shadow variant beside it comes back in proportion.
            plan.Launch((target, i) => target with { Old = Math.Max(target.Old, (int)((long)full[i].Old * old / full[0].Old)) })
                .Shift((target, i) => target with { Active = Math.Min(target.Active, NewBeside(full[i], target.Old)) })
                .Retire((target, i) => target with { New = Math.Min(target.New, NewBeside(full[i], target.Old)) });
            if (old >= full[0].Old)
            {
                return plan.Build();
            }

            old = Math.Min(full[0].Old, old + batch);
        }
    }

    // The mirror image of RollingPlan.OldBeside, rounded up so that capacity is never below the smaller fleet's:
    // from 5 old to 3 new, with 4 old back, ⌈3·(5 − 4)/5⌉ = 1 new one stays.
    private static int NewBeside(VariantSize full, int old)
    {
        var missing = Math.Max(0, full.Old - old);
        return missing == 0 ? 0 : (int)((((long)full.New * missing) + full.Old - 1) / full.Old);
    }
}
