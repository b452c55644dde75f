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

        /// <summary>The endpoints, including those that are being deleted.</summary>
        public ResourceTable<Endpoint> Endpoints => region.Get(EndpointsSlot);
    }
}

/// <summary>The settings of endpoints in a world.</summary>
/// <param name="RollbackStatus">The status during the rollback of an update: <c>Updating</c> or <c>RollingBack</c>.</param>
internal sealed record EndpointSettings(EndpointStatus RollbackStatus);

/// <summary>The settings of endpoints in an account.</summary>
internal static class AccountEndpoints
{
    private static readonly Slot<Simulation, EndpointSettings> SettingsSlot = new(
        static _ => new EndpointSettings(EndpointStatus.Updating));

    extension(Simulation simulation)
    {
        /// <summary>The settings of endpoints.</summary>
        public EndpointSettings EndpointSettings
        {
            get => simulation.Get(SettingsSlot);
            set => simulation.Put(SettingsSlot, value);
        }
    }
}

/// <summary>The action of updating an endpoint, for rules that can refuse it.</summary>
internal readonly record struct EndpointUpdate(Endpoint Endpoint, Fleet Next);

/// <summary>The action of deleting an endpoint, for rules that can refuse it.</summary>
internal readonly record struct EndpointDeletion(Endpoint Endpoint);

/// <summary>
/// The notification that the update of an endpoint begins. Everything of the endpoint that was set aside works again.
/// </summary>
internal readonly record struct EndpointUpdateBegins(Endpoint Endpoint);
