using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// Batch by batch (deployment-guardrails.md §6.4): launch, shift, bake, retire. Batches are cut from the new size; the old
/// fleet shrinks in proportion and its last instance goes with the last batch. There is one production variant, the first; a
/// shadow variant beside it moves in proportion.
/// </summary>
public static class RollingPlan
{
    internal static readonly DeploymentStrategy Strategy = new(static (config, sizes, _) => Build(sizes, config.Rolling!))
    {
        PartialCapacity = "batch capacity",
        WholeCapacity = "batch capacity",
        Size = static config => new(
            "RollingUpdatePolicy", "MaximumBatchSize", config.Rolling!.MaximumBatchSize, new(5, 50), "between 5% and 50%"),
    };

    /// <summary>For example 5 to 5 by 2:
    /// <c>launch 2 | shift 2 | bake 300s | retire 2 | launch 2 | … | launch 1 | shift 1 | bake 300s | retire 1</c>.</summary>
    public static Plan Build(ImmutableArray<VariantSize> sizes, RollingUpdatePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var plan = new PlanBuilder([.. sizes.Select(size => new Target(size.Old, 0, 0))]);
        var total = sizes[0].New;
        var batch = policy.MaximumBatchSize.Of(total);
        for (var done = 0; done < total;)
        {
            done = Math.Min(total, done + batch);
            plan.Launch((target, i) => target with { New = NewBeside(i) })
                .Shift((target, i) => target with { Active = NewBeside(i) })
                .Bake(policy.WaitIntervalInSeconds)
                .Retire((target, i) => target with { Old = OldBeside(sizes[i], NewBeside(i)) });

            // Of a shadow of 1 beside 4 by 2, ⌊1·2/4⌋ = 0 after the first batch and 1 after the second.
            int NewBeside(int i) => (int)((long)sizes[i].New * done / total);
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
