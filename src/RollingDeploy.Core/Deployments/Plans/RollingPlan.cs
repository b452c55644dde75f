namespace RollingDeploy.Core.Deployments.Plans;

/// <summary>
/// Batch by batch (deployment-guardrails.md §6.4): launch, shift, bake, retire. Batches are cut from the new size; the old
/// fleet shrinks in proportion and its last instance goes with the last batch.
/// </summary>
public static class RollingPlan
{
    /// <summary>For example 5 to 5 by 2:
    /// <c>launch 2 | shift 2 | bake 300s | retire 2 | launch 2 | … | launch 1 | shift 1 | bake 300s | retire 1</c>.</summary>
    public static Plan Build(VariantSize size, RollingUpdatePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var plan = new PlanBuilder([new Target(size.Old, 0, 0)]);
        var batch = policy.MaximumBatchSize.Of(size.New);
        for (var done = 0; done < size.New;)
        {
            var after = Math.Min(size.New, done + batch);
            plan.Launch((target, _) => target with { New = after })
                .Shift((target, _) => target with { Active = after })
                .Bake(policy.WaitIntervalInSeconds)
                .Retire((target, _) => target with { Old = OldBeside(size, after) });
            done = after;
        }

        return plan.Retire((target, _) => target with { Old = 0 }).Build();
    }

    /// <summary>
    /// How many old instances stay beside <paramref name="active"/> new ones: O − ⌊O·n/N⌋. From 3 old to 6 new, with 2 new
    /// active, 3 − ⌊3·2/6⌋ = 2 stay.
    /// </summary>
    public static int OldBeside(VariantSize size, int active) =>
        size.New == 0 ? 0 : size.Old - (int)((long)size.Old * active / size.New);
}
