using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Deployments.Plans;

namespace RollingDeploy.Core.Endpoints;

/// <summary>Begins to take an endpoint down; its result is the ARN. It is gone when its last instance is.</summary>
public sealed record DeleteEndpoint(string Region, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var endpoint = region.Endpoints.Get(Name);
        endpoint.RequireQuiet();
        endpoint.AbsorbStranded();
        endpoint.Enter(EndpointStatus.Deleting);
        var sizes = endpoint.Sizes();
        endpoint.Begin(new Deployment
        {
            Id = region.World.NextId("d"),
            Trigger = DeploymentTrigger.DeleteEndpoint,
            StartedAt = region.World.Now,
            VariantNames = [.. sizes.Select(variant => variant.Name)],
            Sizes = [.. sizes.Select(variant => variant.Size)],
            Forward = LifecyclePlan.Delete([.. sizes.Select(variant => variant.Size)]),
        });
        DeploymentRunner.Wake(endpoint);
        return endpoint.Arn;
    }
}
