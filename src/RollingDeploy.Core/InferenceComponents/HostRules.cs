using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>The rules for variants that host inference components.</summary>
internal static class HostRules
{
    /// <summary>Returns whether a variant can host inference components: it must have instances, and no model.</summary>
    public static bool CanHost(VariantFleet variant) => variant.Spec is { ModelName: null, IsServerless: false };

    /// <summary>Throws an error if an endpoint hosts inference components.</summary>
    public static void RequireEmpty(Endpoint endpoint)
    {
        if (endpoint.InferenceComponents.Count > 0)
        {
            throw ComponentErrors.HasInferenceComponents();
        }
    }

    /// <summary>
    /// Throws an error if a variant with inference components is missing in the next fleet, or cannot host them there.
    /// </summary>
    public static void RequireHosts(Endpoint endpoint, Fleet next)
    {
        var variants = endpoint.InferenceComponents.Select(component => component.VariantName).Distinct(StringComparer.Ordinal);
        if (variants.FirstOrDefault(name => next.Find(name) is not { } variant || !CanHost(variant)) is { } lost)
        {
            throw ComponentErrors.VariantHostsComponents(lost);
        }
    }
}
