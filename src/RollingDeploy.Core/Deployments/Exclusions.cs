using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>What guardrails do not cover (deployment-guardrails.md §4): AWS falls back silently, or refuses.</summary>
internal static class Exclusions
{
    /// <summary>The configuration that takes effect; a fall-back keeps neither policy nor alarms.</summary>
    public static DeploymentConfig Apply(DeploymentConfig? given, Fleet current, Fleet pending)
    {
        if (given is null || HasOtherVariants(current, pending))
        {
            return new DeploymentConfig();
        }

        return given.Rolling is not null && pending.Variants.Length > 1 ? throw Faults.RollingNeedsOneVariant() : given;
    }

    private static bool HasOtherVariants(Fleet current, Fleet pending) =>
        !current.Variants.Select(variant => variant.Spec.VariantName).ToHashSet(StringComparer.Ordinal)
            .SetEquals(pending.Variants.Select(variant => variant.Spec.VariantName));
}
