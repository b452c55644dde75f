using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>Which variants can host inference components.</summary>
internal static class HostRules
{
    /// <summary>One on instances and without a model of its own can.</summary>
    public static bool CanHost(VariantFleet variant) => variant.Spec is { ModelName: null, IsServerless: false };

    /// <summary>Refuses an endpoint on which there are inference components.</summary>
    public static void RequireEmpty(Endpoint endpoint)
    {
        if (endpoint.InferenceComponents.Count > 0)
        {
            throw ComponentErrors.HasInferenceComponents();
        }
    }

    /// <summary>Refuses a fleet that lacks a variant on which there are inference components, or could not host them.</summary>
    public static void RequireHosts(Endpoint endpoint, Fleet next)
    {
        var variants = endpoint.InferenceComponents.Select(component => component.VariantName).Distinct(StringComparer.Ordinal);
        if (variants.FirstOrDefault(name => next.Find(name) is not { } variant || !CanHost(variant)) is { } lost)
        {
            throw ComponentErrors.VariantHostsComponents(lost);
        }
    }
}
