using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// Finds the real servers of the instances that a call may launch: those of its target, and those of a rollback.
/// </summary>
internal static class LaunchServers
{
    public static IReadOnlyCollection<Uri> OfConfig(Region region, string config) =>
        Distinct(ServersToBe.OfConfig(region, config));

    public static IReadOnlyCollection<Uri> OfUpdate(Region region, string config, string endpoint) =>
        Distinct([.. ServersToBe.OfConfig(region, config), .. OfEndpoint(region, endpoint)]);

    public static IReadOnlyCollection<Uri> OfEndpoint(Region region, string name) =>
        Of(region.Endpoints.TryGet(name, out var endpoint) ? endpoint : null);

    public static IReadOnlyCollection<Uri> Of(Region region, SpecificationSet? specifications) =>
        specifications is null ? [] : Distinct(ServersToBe.Of(region, specifications));

    public static IReadOnlyCollection<Uri> OfUpdate(Region region, SpecificationSet? specifications, string component) =>
        Distinct([.. Of(region, specifications), .. OfComponent(region, component)]);

    public static IReadOnlyCollection<Uri> OfComponent(Region region, string name) =>
        Of(region.InferenceComponents.TryGet(name, out var component) ? component : null);

    private static IReadOnlyCollection<Uri> Of(Deployable? subject) =>
        subject is null ? [] : Distinct(ForwardedServers.Of(subject));

    private static IReadOnlyCollection<Uri> Distinct(IEnumerable<Uri> servers) => [.. servers.Distinct()];
}
