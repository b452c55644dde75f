using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Endpoints;

/// <summary>
/// Starts to delete an endpoint. The result is the ARN. The endpoint is removed after its last instance was terminated.
/// </summary>
public sealed record DeleteEndpoint(string Region, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var endpoint = region.Endpoints.Get(Name);
        endpoint.RequireQuiet();
        region.Require(new EndpointDeletion(endpoint));
        region.Tell(new DeletionBegins(endpoint));
        endpoint.AbsorbStranded();
        endpoint.Enter(EndpointStatus.Deleting);
        DeploymentRunner.Start(
            endpoint, DeploymentFactory.Delete(region, DeploymentTrigger.DeleteEndpoint, VariantSizes.Of(endpoint)));
        return endpoint.Arn;
    }
}
