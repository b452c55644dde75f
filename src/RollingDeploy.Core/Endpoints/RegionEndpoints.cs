using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Endpoints;

/// <summary>The endpoints of a region.</summary>
public static class RegionEndpoints
{
    private static readonly Slot<Region, ResourceTable<EndpointConfig>> EndpointConfigsSlot = new(
        static region => new ResourceTable<EndpointConfig>(region, SubjectType.EndpointConfig, "endpoint-config", "endpoint configuration"));
    private static readonly Slot<Region, ResourceTable<Endpoint>> EndpointsSlot = new(
        static region => new ResourceTable<Endpoint>(region, SubjectType.Endpoint, "endpoint"));

    extension(Region region)
    {
        /// <summary>The endpoint configurations.</summary>
        public ResourceTable<EndpointConfig> EndpointConfigs => region.Get(EndpointConfigsSlot);

        /// <summary>The endpoints, also those that are being deleted.</summary>
        public ResourceTable<Endpoint> Endpoints => region.Get(EndpointsSlot);
    }
}

/// <summary>What a world is told of its endpoints.</summary>
/// <param name="RollbackStatus">The status shown while an update rolls back: <c>Updating</c>, or <c>RollingBack</c>.</param>
internal sealed record EndpointSettings(EndpointStatus RollbackStatus);

/// <summary>What an account is told of its endpoints.</summary>
internal static class AccountEndpoints
{
    private static readonly Slot<Simulation, EndpointSettings> SettingsSlot = new(
        static _ => new EndpointSettings(EndpointStatus.Updating));

    extension(Simulation simulation)
    {
        /// <summary>What it is told.</summary>
        public EndpointSettings EndpointSettings
        {
            get => simulation.Get(SettingsSlot);
            set => simulation.Put(SettingsSlot, value);
        }
    }
}

/// <summary>An endpoint is about to be updated: whoever has a reason against its next fleet objects.</summary>
internal readonly record struct EndpointUpdate(Endpoint Endpoint, Fleet Next);

/// <summary>An endpoint is about to be deleted: whoever has a reason against it objects.</summary>
internal readonly record struct EndpointDeletion(Endpoint Endpoint);

/// <summary>An endpoint is updated: what was set aside of it works again.</summary>
internal readonly record struct EndpointUpdateBegins(Endpoint Endpoint);
