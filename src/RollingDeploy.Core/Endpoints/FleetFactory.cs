using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Core.Endpoints;

/// <summary>
/// Creates the fleet of an endpoint configuration without instances, with a snapshot of the specifications of its instances.
/// </summary>
internal static class FleetFactory
{
    public static Fleet Make(Region region, EndpointConfig config)
    {
        ModelExclusions.Check(region, config.Variants, config.Async is not null);
        return new(
            config.Name,
            config.Document,
            region.Now,
            config.Variants.Select(variant =>
                new VariantFleet(Snapshot(region, config, variant), variant.InitialInstanceCount, variant.InitialWeight)));
    }

    private static VariantSpec Snapshot(Region region, EndpointConfig config, ProductionVariant variant)
    {
        var model = Find(region, variant.ModelName);
        var spec = new VariantSpec(config.Name, variant.Name, variant.ModelName, variant.InstanceType, model?.Images ?? [])
        {
            IsShadow = variant.IsShadow,
            IsFromMarketplace = model?.Features.HasFlag(ModelFeatures.Marketplace) ?? false,
            Behavior = model?.Behavior,
            Async = config.Async,
            Serverless = variant.Serverless,
            ManagedScaling = variant.ManagedScaling,
            Publishing = variant.Publishing,
            PrefixRouting = variant.PrefixRouting,
            PingTimeout = variant.PingTimeout,
            DownloadTimeout = variant.DownloadTimeout,
            Contents = model?.Contents ?? ModelContents.Plain,
            IsExplained = config.IsExplained,
            Pools = [.. variant.Pools.Select(pool => Snapshot(region, pool, variant.ModelName))],
        };
        QuotaTable.RequirePlausible(spec.InstanceTypes.FirstOrDefault(), variant.InitialInstanceCount);
        region.Limits.Require(ServiceLimit.ServerlessMemory, variant.ServerlessMemoryMb ?? 0);
        return spec;
    }

    private static PoolSpec Snapshot(Region region, InstancePool pool, string? modelName)
    {
        var name = pool.ModelName ?? modelName;
        var model = Find(region, name);
        return new PoolSpec(pool.InstanceType, name, model?.Images ?? [], model?.Behavior)
        {
            Contents = model?.Contents ?? ModelContents.Plain
        };
    }

    // The model may have been deleted since the configuration was created. AWS does not check this here.
    private static Model? Find(Region region, string? name) =>
        name is not null && region.Models.TryGet(name, out var found) ? found : null;
}
