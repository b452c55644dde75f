using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>Creation and deletion run through the same interpreter as every deployment.</summary>
public static class LifecyclePlan
{
    /// <summary>The first fleet: there is no traffic to move, so it serves as soon as it is up.</summary>
    public static Plan Create(ImmutableArray<VariantSize> sizes) =>
        new PlanBuilder([.. sizes.Select(_ => default(Target))])
            .Launch((_, i) => new Target(0, sizes[i].New, sizes[i].New))
            .Build();

    /// <summary>The last of an endpoint.</summary>
    public static Plan Delete(ImmutableArray<VariantSize> sizes) =>
        new PlanBuilder([.. sizes.Select(size => new Target(size.Old, 0, 0))])
            .Retire((_, _) => default)
            .Build();
}
