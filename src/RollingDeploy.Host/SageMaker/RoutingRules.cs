using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// The rules of a variant's RoutingConfig that are not constraints in AWS's model (API reference, PrefixAwareRoutingConfig).
/// </summary>
internal static class RoutingRules
{
    private const string PrefixAware = "PREFIX_AWARE";

    public static void Check(ProductionVariant variant)
    {
        var settings = variant.RoutingConfig?.PrefixAwareRoutingConfig;
        if (variant.RoutingConfig?.RoutingStrategy != PrefixAware)
        {
            Refuse(
                settings is not null,
                variant,
                $"PrefixAwareRoutingConfig can only be specified when RoutingStrategy is {PrefixAware}.");
            return;
        }

        Refuse(settings is null, variant, $"PrefixAwareRoutingConfig must be specified when RoutingStrategy is {PrefixAware}.");
        Refuse(
            settings is { PrefixLength: null } or { ConcurrencyThreshold: null },
            variant,
            $"PrefixLength and ConcurrencyThreshold must be specified when RoutingStrategy is {PrefixAware}.");
    }

    private static void Refuse(bool isRefused, ProductionVariant variant, string reason)
    {
        if (isRefused)
        {
            throw SageMakerErrors.Validation($"Variant {variant.VariantName}: {reason}");
        }
    }
}
