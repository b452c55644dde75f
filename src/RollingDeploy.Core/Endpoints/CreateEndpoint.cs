using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Endpoints;

/// <summary>
/// Creates an endpoint and starts to launch its instances. The result is the ARN. The deployment configuration is only stored for
/// later updates: its sizes are checked, and its alarms are not (sagemaker-endpoints.md §5).
/// </summary>
public sealed record CreateEndpoint(string Region, string Name, string ConfigName, DeploymentConfig? DeploymentConfig = null)
    : Command<string>(Region)
{
    /// <summary>The initial tags.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.Endpoints.RequireFree(Name);
        var config = region.EndpointConfigs.Get(ConfigName);
        DeploymentConfigRules.CheckPolicies(DeploymentConfig, config.Sizes);

        var pending = FleetFactory.Make(region, config);
        if (DeploymentConfig is not null)
        {
            // Otherwise every update with RetainDeploymentConfig would be refused.
            DeploymentConfigRules.CheckSizes(Exclusions.Apply(DeploymentConfig, pending, pending), config.Sizes);
        }

        var deployment = DeploymentFactory.Create(
            region, DeploymentTrigger.CreateEndpoint, VariantSizes.Of(null, null, pending));
        var tags = region.Tags.With(region.Endpoints.ArnOf(Name), Tags);
        region.Quotas.RequireRoom(new(deployment.Forward, deployment.VariantNames, null, pending));

        var endpoint = new Endpoint(region, Name, config, DeploymentConfig) { Pending = pending };
        region.Endpoints.Add(endpoint);
        region.Tags.Put(endpoint.Arn, tags);
        endpoint.Enter(EndpointStatus.Creating);
        DeploymentRunner.Start(endpoint, deployment);
        return endpoint.Arn;
    }
}
