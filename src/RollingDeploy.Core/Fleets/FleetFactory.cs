using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Fleets;

/// <summary>Makes the empty fleet of an endpoint configuration, with a snapshot of what its instances will be made from.</summary>
internal static class FleetFactory
{
    public static Fleet Make(Region region, EndpointConfig config) => new(
        config.Name,
        config.Document,
        region.World.Now,
        config.Variants.Select(variant =>
            new VariantFleet(Snapshot(region, config, variant), variant.InitialInstanceCount, variant.InitialWeight)));

    private static VariantSpec Snapshot(Region region, EndpointConfig config, ProductionVariant variant)
    {
        QuotaTable.RequirePlausible(variant.InstanceType, variant.InitialInstanceCount);

        // A model may have been deleted since the configuration was made; AWS does not check that here.
        var model = variant.ModelName is { } name && region.Models.TryGet(name, out var found) ? found : null;
        return new VariantSpec(config.Name, variant.Name, variant.ModelName, variant.InstanceType, model?.Images ?? [])
        {
            HasModelPackage = model?.HasModelPackage ?? false,
            IsServerless = variant.IsServerless,
            ManagedScaling = variant.ManagedScaling,
        };
    }
}
