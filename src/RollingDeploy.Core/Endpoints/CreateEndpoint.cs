using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Deployments.Plans;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Endpoints;

/// <summary>
/// Makes an endpoint and begins to launch its fleet; its result is the ARN. The deployment configuration is only stored, for
/// later updates: sizes are checked as percentages, alarms not at all (sagemaker-endpoints.md §5).
/// </summary>
public sealed record CreateEndpoint(string Region, string Name, string ConfigName, DeploymentConfig? DeploymentConfig = null)
    : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.Endpoints.RequireFree(Name);
        var config = region.EndpointConfigs.Get(ConfigName);
        DeploymentConfigRules.CheckPolicies(DeploymentConfig);

        var endpoint = new Endpoint(region, Name, config, DeploymentConfig) { Pending = FleetFactory.Make(region, config) };
        region.Endpoints.Add(endpoint);
        endpoint.Enter(EndpointStatus.Creating);
        var sizes = endpoint.Sizes();
        endpoint.Begin(new Deployment
        {
            Id = region.World.NextId("d"),
            Trigger = DeploymentTrigger.CreateEndpoint,
            StartedAt = region.World.Now,
            VariantNames = [.. sizes.Select(variant => variant.Name)],
            Sizes = [.. sizes.Select(variant => variant.Size)],
            Forward = LifecyclePlan.Create([.. sizes.Select(variant => variant.Size)]),
        });
        DeploymentRunner.Wake(endpoint);
        return endpoint.Arn;
    }
}
