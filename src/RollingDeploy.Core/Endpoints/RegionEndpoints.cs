using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Endpoints;

/// <summary>The endpoints of a region.</summary>
public static class RegionEndpoints
{
    extension(Region region)
    {
        /// <summary>The endpoint configurations.</summary>
        public ResourceTable<EndpointConfig> EndpointConfigs =>
            region.Slot(static region => new ResourceTable<EndpointConfig>(region, SubjectType.EndpointConfig, "endpoint-config", "endpoint configuration"));

        /// <summary>The endpoints, also those that are being deleted.</summary>
        public ResourceTable<Endpoint> Endpoints => region.Slot(static region => new ResourceTable<Endpoint>(region, SubjectType.Endpoint, "endpoint"));

        /// <summary>The status shown while an update rolls back.</summary>
        internal EndpointStatus RollbackStatus => region.Simulation.Slot(static _ => new EndpointSettings(EndpointStatus.Updating)).RollbackStatus;
    }
}

/// <summary>What a world is told of its endpoints.</summary>
/// <param name="RollbackStatus">The status shown while an update rolls back: <c>Updating</c>, or <c>RollingBack</c>.</param>
internal sealed record EndpointSettings(EndpointStatus RollbackStatus);

/// <summary>An endpoint is about to be updated: whoever has a reason against its next fleet objects.</summary>
internal readonly record struct EndpointUpdate(Endpoint Endpoint, Fleet Next);

/// <summary>An endpoint is about to be deleted: whoever has a reason against it objects.</summary>
internal readonly record struct EndpointDeletion(Endpoint Endpoint);

/// <summary>An endpoint is updated: what was set aside of it works again.</summary>
internal readonly record struct EndpointUpdateBegins(Endpoint Endpoint);
