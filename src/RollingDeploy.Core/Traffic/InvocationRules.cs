using System.Collections.Immutable;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>Checks that the parameters of a request match the type of its endpoint.</summary>
internal static class InvocationRules
{
    // Of a serverless endpoint, in bytes (endpoint-metrics.md §4.1).
    private const int ServerlessPayload = 4 * 1024 * 1024;

    /// <summary>Refuses a body that is too large for a serverless endpoint.</summary>
    /// <exception cref="AwsError">It is too large.</exception>
    public static void RequirePayload(Region region, Invoke call)
    {
        if (call.PayloadBytes > ServerlessPayload
            && region.Endpoints.TryGet(call.EndpointName, out var endpoint)
            && endpoint.Current is { } fleet
            && fleet.Variants.All(variant => variant.Spec.IsServerless))
        {
            throw RuntimeErrors.PayloadTooLarge(call.RequestId);
        }
    }

    /// <summary>Returns the endpoint of a request.</summary>
    /// <exception cref="AwsError">The endpoint does not answer requests, or a parameter is missing or not allowed.</exception>
    public static Endpoint Require(Region region, Invoke call)
    {
        var endpoint = region.Endpoints.TryGet(call.EndpointName, out var found)
            && found.Name == call.EndpointName
            && found.Serves
            ? found
            : throw RuntimeErrors.EndpointNotFound(call.EndpointName, region.Account);
        Require(endpoint, call);
        return endpoint;
    }

    private static void Require(Endpoint endpoint, Invoke call)
    {
        if (endpoint.IsAsync != (call.Way == InvocationWay.Async))
        {
            throw endpoint.IsAsync ? RuntimeErrors.OnlyAsync(endpoint.Name) : RuntimeErrors.NotAsync(endpoint.Name);
        }

        if (endpoint.HostsComponents != (call.Component is not null))
        {
            throw endpoint.HostsComponents ? RuntimeErrors.ComponentHeaderMissing() : RuntimeErrors.ComponentHeaderNotAllowed();
        }

        var specs = SpecsOf(endpoint, call);
        RequireModel(specs, endpoint.Name, call);
        RequireContainer(specs, endpoint.Name, call);
        if (call.WantsExplanations && !specs.Any(spec => spec.IsExplained))
        {
            throw RuntimeErrors.NotExplained(endpoint.Name);
        }
    }

    private static ImmutableArray<VariantSpec> SpecsOf(Endpoint endpoint, Invoke call)
    {
        if (call.Component is null)
        {
            return [.. endpoint.Current!.ProductionVariants
                .Where(variant => call.TargetVariant is null || variant.Spec.VariantName == call.TargetVariant)
                .Select(variant => variant.Spec)];
        }

        var component = endpoint.InferenceComponents.FirstOrDefault(each => each.Name == call.Component)
            ?? throw RuntimeErrors.ComponentNotFound(call.Component, endpoint.Name);
        return call.TargetVariant is null || call.TargetVariant == component.VariantName
            ? [.. (component.Base ?? component).Current?.Variants.Select(variant => variant.Spec) ?? []]
            : throw RuntimeErrors.ComponentElsewhere(call.Component, call.TargetVariant);
    }

    private static void RequireModel(ImmutableArray<VariantSpec> specs, string endpoint, Invoke call)
    {
        var areMultiModel = specs.Any(spec => spec.Contents.IsMultiModel);
        if (call.TargetModel is not null && !areMultiModel)
        {
            throw RuntimeErrors.TargetModelNotSupported(endpoint);
        }

        if (call.TargetModel is null && areMultiModel && call.Way != InvocationWay.Async)
        {
            throw RuntimeErrors.TargetModelMissing(call.RequestId);
        }
    }

    // The three errors in the developer guide, invoke a multi-container endpoint with direct invocation.
    private static void RequireContainer(ImmutableArray<VariantSpec> specs, string endpoint, Invoke call)
    {
        var containers = specs.SelectMany(spec => spec.Contents.Direct).ToList();
        if (call.TargetContainer is null)
        {
            if (containers.Count > 0 && call.Way != InvocationWay.Async)
            {
                throw RuntimeErrors.ContainerMissing(endpoint);
            }
        }
        else if (containers.Count == 0)
        {
            throw RuntimeErrors.NotDirect(endpoint);
        }
        else if (!containers.Exists(container => container.Hostname == call.TargetContainer))
        {
            throw RuntimeErrors.ContainerNotFound(call.TargetContainer, endpoint);
        }
    }
}
