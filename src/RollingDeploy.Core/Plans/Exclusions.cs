using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Plans;

/// <summary>
/// The cases that deployment guardrails do not support (deployment-guardrails.md §4). AWS either ignores the configuration or
/// refuses the request.
/// </summary>
internal static class Exclusions
{
    /// <summary>
    /// Returns the configuration that takes effect. If AWS ignores the given one, it has neither a policy nor alarms.
    /// </summary>
    public static DeploymentConfig Apply(DeploymentConfig? given, Fleet current, Fleet pending)
    {
        if (given is null)
        {
            return new DeploymentConfig();
        }

        if (given.Rolling is not null && current.Variants.Any(variant => variant.Spec.IsServerless))
        {
            throw DeploymentConfigErrors.RollingNeedsInstances();
        }

        Require(given, pending);
        return HasOtherVariants(current, pending) || Excludes(current) || Excludes(pending) ? new DeploymentConfig() : given;
    }

    // AWS refuses updates to these fleets with a rolling policy.
    private static void Require(DeploymentConfig given, Fleet pending)
    {
        if (given.Rolling is null)
        {
            return;
        }

        if (pending.Variants.Any(variant => variant.Spec.IsServerless))
        {
            throw DeploymentConfigErrors.RollingNeedsInstances();
        }

        if (pending.ProductionVariants.Count() > 1)
        {
            throw DeploymentConfigErrors.RollingNeedsOneVariant();
        }
    }

    /// <summary>Returns whether AWS ignores the deployment configuration of updates that involve a fleet.</summary>
    public static bool Excludes(Fleet fleet) => fleet.Variants.Any(IsExcluded);

    private static bool HasOtherVariants(Fleet current, Fleet pending) =>
        !current.ProductionVariants.Select(variant => variant.Spec.VariantName).ToHashSet(StringComparer.Ordinal)
            .SetEquals(pending.ProductionVariants.Select(variant => variant.Spec.VariantName));

    private static bool IsExcluded(VariantFleet variant) =>
        variant.Spec.IsFromMarketplace
        || variant.Spec.IsServerless
        || variant.Spec.InstanceTypes.Any(type => type.StartsWith("ml.inf1.", StringComparison.OrdinalIgnoreCase));
}
