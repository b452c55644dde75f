using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews;

/// <summary>What is needed to try out an update in another world: the endpoint with its configurations and models.</summary>
internal sealed record PreviewScene
{
    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The settings of the world.</summary>
    public required WorldSettings Settings { get; init; }

    /// <summary>The update. Its deployment configuration is <see cref="Given"/>.</summary>
    public required UpdateEndpoint Update { get; init; }

    /// <summary>The deployment configuration that was given or retained; null for none.</summary>
    public DeploymentConfig? Given { get; init; }

    /// <summary>The configuration of the present fleet.</summary>
    public required EndpointConfig Before { get; init; }

    /// <summary>The configuration of the new fleet.</summary>
    public required EndpointConfig After { get; init; }

    /// <summary>The models of both.</summary>
    public required ImmutableArray<Model> Models { get; init; }

    /// <summary>The behaviors that were put for these models.</summary>
    public required ImmutableArray<(string Model, ModelBehavior Behavior)> Behaviors { get; init; }

    /// <summary>The present fleet.</summary>
    public required ImmutableArray<LoadedVariant> Fleet { get; init; }

    /// <summary>Copies what is needed from a region.</summary>
    public static PreviewScene Of(Region region, WorldSettings settings, UpdateEndpoint update, PreparedUpdate prepared)
    {
        var endpoint = prepared.Endpoint;
        var (before, after) = (region.EndpointConfigs.Get(endpoint.ConfigName), region.EndpointConfigs.Get(update.ConfigName));
        var names = ModelsOf(before).Concat(ModelsOf(after)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new()
        {
            Account = region.Simulation.Account,
            Settings = settings with { Start = region.Now },
            Update = update,
            Given = prepared.Given,
            Before = before,
            After = after,
            Models = [.. names.Select(name => region.Models.TryGet(name, out var model) ? model : null).OfType<Model>()],
            Behaviors =
            [
                .. names.Where(region.Behaviors.ByModel.ContainsKey).Select(name => (name, region.Behaviors.ByModel[name])),
            ],
            Fleet = [.. endpoint.Current!.Variants.Select(Loaded)],
        };
    }

    private static IEnumerable<string> ModelsOf(EndpointConfig config) => config.Variants
        .SelectMany(variant => variant.Pools.Select(pool => pool.ModelName).Prepend(variant.ModelName))
        .OfType<string>();

    private static LoadedVariant Loaded(VariantFleet variant) => new(variant.Spec.VariantName)
    {
        Instances = variant.Strength,
        DesiredInstances = Math.Max(variant.Desired, variant.Strength),
        Weight = variant.Weight,
        DesiredWeight = variant.DesiredWeight,
        Serverless = variant.Serverless,
    };
}
