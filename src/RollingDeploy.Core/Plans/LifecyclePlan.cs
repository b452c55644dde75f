using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>Builds the plans for creation and deletion. They run in the same way as those of updates.</summary>
public static class LifecyclePlan
{
    /// <summary>Builds the plan for the first fleet. There is no traffic to shift, so the instances are active at once.</summary>
    public static Plan Create(ImmutableArray<VariantSize> sizes) =>
        new PlanBuilder([.. sizes.Select(_ => default(Target))])
            .Launch((_, i) => new Target(0, sizes[i].New, sizes[i].New))
            .Build();

    /// <summary>Builds the plan for the deletion of an endpoint or inference component.</summary>
    public static Plan Delete(ImmutableArray<VariantSize> sizes) =>
        new PlanBuilder([.. sizes.Select(size => new Target(size.Old, 0, 0))])
            .Retire((_, _) => default)
            .Build();
}
