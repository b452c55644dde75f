using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.Health;

/// <summary>
/// Finds the real servers of the instances that a call may launch: those of its target, and those of a rollback.
/// </summary>
internal static class ServersOfCall
{
    public static IReadOnlyCollection<Uri> Read(object input, Region region, ForwardTargets targets) => [.. (input switch
    {
        CreateEndpointInput create => ServersToBe.OfConfig(region, create.EndpointConfigName!),
        UpdateEndpointInput update =>
            [.. ServersToBe.OfConfig(region, update.EndpointConfigName!), .. OfEndpoint(region, update.EndpointName!)],
        UpdateEndpointWeightsAndCapacitiesInput scale => OfEndpoint(region, scale.EndpointName!),
        CreateInferenceComponentInput create =>
            Of(region, Specifications.Read(create.Specification, create.Specifications, targets)),
        UpdateInferenceComponentInput update =>
        [
            .. Of(region, Specifications.Read(update.Specification, update.Specifications, targets)),
            .. OfComponent(region, update.InferenceComponentName!),
        ],
        UpdateInferenceComponentRuntimeConfigInput scale => OfComponent(region, scale.InferenceComponentName!),
        _ => Enumerable.Empty<Uri>(),
    }).Distinct()];

    private static IEnumerable<Uri> OfEndpoint(Region region, string name) =>
        Of(region.Endpoints.TryGet(name, out var endpoint) ? endpoint : null);

    private static IEnumerable<Uri> OfComponent(Region region, string name) =>
        Of(region.InferenceComponents.TryGet(name, out var component) ? component : null);

    private static IEnumerable<Uri> Of(Deployable? subject) => subject is null ? [] : ForwardedServers.Of(subject);

    private static IEnumerable<Uri> Of(Region region, SpecificationSet? specifications) =>
        specifications is null ? [] : ServersToBe.Of(region, specifications);
}
