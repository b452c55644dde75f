using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Models;

namespace RollingDeploy.Core.Health;

/// <summary>Finds the real servers of the models that a request is about to deploy.</summary>
public static class ServersToBe
{
    /// <summary>Returns the servers of an endpoint configuration; none if it does not exist.</summary>
    public static IEnumerable<Uri> OfConfig(Region region, string name)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.EndpointConfigs.TryGet(name, out var config)
            ? config.Variants
                .SelectMany(
                    variant => variant.Pools.Select(pool => pool.ModelName ?? variant.ModelName).Append(variant.ModelName))
                .OfType<string>()
                .SelectMany(model => OfModel(region, model))
            : [];
    }

    /// <summary>Returns the servers of the specifications of an inference component.</summary>
    public static IEnumerable<Uri> Of(Region region, SpecificationSet specifications)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(specifications);
        return specifications.All.SelectMany(each => region.Behaviors.ServersOf(CopyFleet.Snapshot(region, each)));
    }

    private static IEnumerable<Uri> OfModel(Region region, string name) =>
        region.Models.TryGet(name, out var model) ? region.Behaviors.ServersOf(model.Spec) : [];
}
