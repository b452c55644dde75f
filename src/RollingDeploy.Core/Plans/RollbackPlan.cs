using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// Builds rollback plans (deployment-guardrails.md §7) from the current state of the fleets. They have no bakes.
/// </summary>
public static class RollbackPlan
{
    /// <summary>
    /// Builds the rollback of a blue/green deployment. All old instances still exist, so traffic is shifted back and the new
    /// fleet is terminated: <c>shift -2 | retire 5 new</c>.
    /// </summary>
    public static Plan BlueGreen(ImmutableArray<Target> standing) => new PlanBuilder(standing)
        .Shift((target, _) => target with { Active = 0 })
        .Retire((target, _) => target with { New = 0 })
        .Build();

    /// <summary>
    /// Builds the rollback of a rolling deployment all at once. Missing old instances are launched, all traffic is shifted back,
    /// and the new fleet is terminated. For example, 5 to 5 instances in batches of 2, in the bake of the second batch: <c>launch
    /// 2 old | shift -4 | retire 4 new</c>.
    /// </summary>
    public static Plan AtOnce(ImmutableArray<Target> standing, ImmutableArray<VariantSize> full) => new PlanBuilder(standing)
        .Launch((target, i) => target with { Old = Math.Max(target.Old, full[i].Old) })
        .Shift((target, _) => target with { Active = 0 })
        .Retire((target, _) => target with { New = 0 })
        .Build();

    /// <summary>Builds the rollback of scaling, which terminates the added instances.</summary>
    public static Plan Unscale(ImmutableArray<Target> standing, ImmutableArray<VariantSize> full) => new PlanBuilder(standing)
        .Retire((target, i) => target with { Old = Math.Min(target.Old, full[i].Old) })
        .Build();

    /// <summary>
    /// Builds the rollback of a rolling deployment in batches of at most <paramref name="batch"/> old instances. First, new
    /// instances that the existing old ones can replace are terminated. For example, 5 to 5 instances in batches of 2, in the
    /// bake of the second batch: there are 3 old and 4 new instances, so 2 new ones are terminated before 2 old ones are
    /// launched. There are never more instances than during the deployment.
    /// </summary>
    public static Plan InBatches(ImmutableArray<Target> standing, ImmutableArray<VariantSize> full, int batch)
    {
        var plan = new PlanBuilder(standing);
        var old = standing[0].Old;
        while (true)
        {
            // The batch size applies to the first variant. A shadow variant changes in proportion.
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

    // The counterpart of RollingPlan.OldBeside. It is rounded up, so that the capacity is never less than that of the smaller
    // fleet. For example, from 5 old to 3 new instances, with 4 old ones launched again, ⌈3·(5 − 4)/5⌉ = 1 new one remains.
    private static int NewBeside(VariantSize full, int old)
    {
        var missing = Math.Max(0, full.Old - old);
        return missing == 0 ? 0 : (int)((((long)full.New * missing) + full.Old - 1) / full.Old);
    }
}
