using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Health;

/// <summary>The real servers whose health decides over launches.</summary>
public static class ForwardedServers
{
    /// <summary>
    /// Those of everything that is deployed, each once and in the same order in every process; to ask is cheap where no server was
    /// ever asked how it is.
    /// </summary>
    public static ImmutableArray<Uri> InUse(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Health.IsEmpty ? [] : [.. region.Deployables.SelectMany(Of).Distinct()];
    }

    /// <summary>Whether an instance waits for the answer of a server that has not come yet.</summary>
    public static bool AreAwaited(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return !region.Health.IsEmpty && region.Deployables.Any(HealthCheck.IsAwaited);
    }

    /// <summary>Those of an endpoint or inference component.</summary>
    public static IEnumerable<Uri> Of(Deployable subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Fleets
            .SelectMany(fleet => fleet.Variants)
            .SelectMany(variant => variant.Spec.Choices)
            .SelectMany(subject.Region.Behaviors.ServersOf);
    }

    /// <summary>Those of an endpoint configuration; none where there is no such.</summary>
    public static IEnumerable<Uri> OfConfig(Region region, string name)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.EndpointConfigs.TryGet(name, out var config)
            ? config.Variants
                .SelectMany(variant => variant.Pools.Select(pool => pool.ModelName ?? variant.ModelName).Append(variant.ModelName))
                .OfType<string>()
                .SelectMany(model => OfModel(region, model))
            : [];
    }

    /// <summary>Those of what an inference component is to run.</summary>
    public static IEnumerable<Uri> Of(Region region, SpecificationSet specifications)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(specifications);
        return specifications.All.SelectMany(each => region.Behaviors.ServersOf(CopyFleet.Snapshot(region, each)));
    }

    private static IEnumerable<Uri> OfModel(Region region, string name) =>
        region.Models.TryGet(name, out var model) ? region.Behaviors.ServersOf(VariantSpec.Of(model)) : [];
}
