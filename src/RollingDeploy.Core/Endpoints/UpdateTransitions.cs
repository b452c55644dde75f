using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Endpoints;

/// <summary>The changes of an endpoint that UpdateEndpoint refuses.</summary>
internal static class UpdateTransitions
{
    /// <summary>Throws an error if the current fleet cannot be replaced by the next one.</summary>
    public static void Require(Endpoint endpoint, Fleet current, Fleet next)
    {
        var (wasAsync, isAsync) = (IsAsync(current), IsAsync(next));
        if (wasAsync && !isAsync)
        {
            throw EndpointErrors.AsyncCannotBeRemoved(endpoint.Name);
        }

        if (!wasAsync && isAsync)
        {
            throw EndpointErrors.AsyncCannotBeAdded(endpoint.Name);
        }

        // A serverless endpoint can become instance-based, but not the other way round (developer guide, serverless endpoints).
        if (IsServerless(next) && !IsServerless(current))
        {
            throw EndpointErrors.CannotBecomeServerless();
        }

        if (ChangesHosts(current, next))
        {
            throw EndpointErrors.HostsComponents();
        }
    }

    private static bool IsAsync(Fleet fleet) => fleet.Variants.Any(variant => variant.Spec.IsAsync);

    private static bool IsServerless(Fleet fleet) => fleet.Variants.Any(variant => variant.Spec.IsServerless);

    // AWS's text is about the endpoint, so it does not matter which variant has the type, or how the variants are called.
    private static bool ChangesHosts(Fleet current, Fleet next)
    {
        var (before, after) = (HostTypes(current), HostTypes(next));
        return before.Count > 0 && after.Count > 0 && !before.SetEquals(after);
    }

    // A variant without a model is for inference components, whether it has any now or not.
    private static HashSet<string> HostTypes(Fleet fleet) =>
        fleet.Variants.Where(variant => variant.Spec.ModelName is null)
            .SelectMany(variant => variant.Spec.InstanceTypes)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
