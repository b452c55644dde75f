using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>Builds the plans of deployments.</summary>
public static class PlanFactory
{
    /// <summary>Builds the plan without a rollback.</summary>
    public static Plan Make(DeploymentConfig config, ImmutableArray<VariantSize> sizes, bool bakeAfterLastStep)
    {
        ArgumentNullException.ThrowIfNull(config);
        return DeploymentStrategy.Of(config.Policy).Build(config, sizes, bakeAfterLastStep);
    }

    /// <summary>
    /// Returns the size of the batches of a rollback, in old instances; null for all at once. It is null for blue/green
    /// deployments, and for rolling ones if RollbackMaximumBatchSize is not given or is the whole fleet.
    /// </summary>
    public static int? RollbackBatch(DeploymentConfig config, ImmutableArray<VariantSize> sizes)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.Rolling?.RollbackMaximumBatchSize?.Of(sizes[0].Old) is { } batch && batch > 0 && batch < sizes[0].Old
            ? batch
            : null;
    }
}
