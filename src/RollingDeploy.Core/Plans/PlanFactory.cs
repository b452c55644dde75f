using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>Builds the plan of a deployment.</summary>
public static class PlanFactory
{
    /// <summary>The way forward.</summary>
    public static Plan Make(DeploymentConfig config, ImmutableArray<VariantSize> sizes, bool bakeAfterLastStep)
    {
        ArgumentNullException.ThrowIfNull(config);
        return DeploymentStrategy.Of(config.Policy).Build(config, sizes, bakeAfterLastStep);
    }

    /// <summary>
    /// The batches of a rollback, in instances of the old fleet; null for all at once: blue/green always, rolling where no
    /// RollbackMaximumBatchSize is given or where it is the whole fleet.
    /// </summary>
    public static int? RollbackBatch(DeploymentConfig config, ImmutableArray<VariantSize> sizes)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.Rolling?.RollbackMaximumBatchSize?.Of(sizes[0].Old) is { } batch && batch > 0 && batch < sizes[0].Old
            ? batch
            : null;
    }
}
