using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// Builds rolling plans (deployment-guardrails.md §6.4), with the steps launch, shift, bake and retire for each batch. Batches
/// are parts of the new fleet. The old fleet shrinks in proportion, and its last instance is terminated with the last batch. The
/// first variant is the only production variant. A shadow variant changes in proportion.
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

    /// <summary>
    /// Builds the plan. For example, 5 to 5 instances in batches of 2: <c>launch 2 | shift 2 | bake 300s | retire 2 | launch 2 |
    /// … | launch 1 | shift 1 | bake 300s | retire 1</c>.
    /// </summary>
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

            // For example, for a shadow variant of 1 and a production variant of 4 in batches of 2: ⌊1·2/4⌋ = 0 after the first
            // batch, and 1 after the second.
            int NewBeside(int i) => (int)((long)sizes[i].New * done / total);
        }

        return plan.Retire((target, _) => target with { Old = 0 }).Build();
    }

    /// <summary>
    /// Returns the number of old instances that remain with <paramref name="active"/> active new ones: O − ⌊O·n/N⌋. For example,
    /// from 3 old to 6 new instances, with 2 new ones active, 3 − ⌊3·2/6⌋ = 2 remain.
    /// </summary>
    public static int OldBeside(VariantSize size, int active) =>
        size.New == 0 ? 0 : size.Old - (int)((long)size.Old * active / size.New);
}
