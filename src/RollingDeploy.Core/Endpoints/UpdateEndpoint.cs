using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Core.Endpoints;

/// <summary>
/// Deploys a configuration to an endpoint. The result is the ARN. Later failures of the deployment are not errors of this
/// request.
/// </summary>
public sealed record UpdateEndpoint(string Region, string Name, string ConfigName) : Command<string>(Region)
{
    /// <summary>The deployment configuration; null if none is given.</summary>
    public DeploymentConfig? DeploymentConfig { get; init; }

    /// <summary>Whether to use the last deployment configuration of the endpoint.</summary>
    public bool RetainDeploymentConfig { get; init; }

    /// <summary>The properties of variants to keep instead of those of the new configuration.</summary>
    public RetainedProperties Retained { get; init; }

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var (endpoint, pending, given, deployment) = Prepare(region);
        endpoint.AbsorbStranded();
        endpoint.Pending = pending;
        endpoint.LastDeploymentConfig = given ?? endpoint.LastDeploymentConfig;
        region.Tell(new EndpointUpdateBegins(endpoint));
        endpoint.Enter(EndpointStatus.Updating);
        endpoint.Current!.BeginDeployment();
        DeploymentRunner.Start(endpoint, deployment);
        return endpoint.Arn;
    }

    /// <summary>Makes all checks of the update, and returns what it would do. Nothing changes.</summary>
    internal PreparedUpdate Prepare(Region region)
    {
        var endpoint = region.Endpoints.Get(Name);
        RequireUpdatable(endpoint);
        var config = region.EndpointConfigs.Get(ConfigName);

        // AWS also reads the current configuration, and the request fails if it was deleted (sagemaker-endpoints.md §2.3).
        region.EndpointConfigs.Get(endpoint.ConfigName);
        if (RetainDeploymentConfig && DeploymentConfig is not null)
        {
            throw DeploymentConfigErrors.RetainedAndGiven();
        }

        var pending = FleetFactory.Make(region, config);
        UpdateTransitions.Require(endpoint, endpoint.Current!, pending);
        region.Require(new EndpointUpdate(endpoint, pending));
        RetainProperties(endpoint.Current!, pending);
        var given = RetainDeploymentConfig ? endpoint.LastDeploymentConfig : DeploymentConfig;
        var sizes = SizedFleet.Of(pending, endpoint.Current!);
        DeploymentConfigRules.CheckPolicies(given, sizes);
        DeploymentConfigRules.CheckAlarms(given, region);
        var effective = Exclusions.Apply(given, endpoint.Current!, pending);
        DeploymentConfigRules.CheckSizes(effective, sizes);

        var deployment = DeploymentFactory.Update(
            region,
            DeploymentTrigger.UpdateEndpoint,
            VariantSizes.Of(endpoint.Current, endpoint.Pending, pending),
            effective);
        region.Quotas.RequireRoom(new(deployment.Forward, deployment.VariantNames, endpoint.Current, pending));
        return new(endpoint, pending, given, deployment);
    }

    private static void RequireUpdatable(Endpoint endpoint)
    {
        endpoint.RequireQuiet();
        var isSound = endpoint.Status is EndpointStatus.InService or EndpointStatus.UpdateRollbackFailed;
        if (!(isSound || endpoint.IsSetAside) || endpoint.Current is null)
        {
            throw SageMakerErrors.NotUpdatable("endpoint", endpoint.Arn, endpoint.Status.ToString());
        }
    }

    private void RetainProperties(Fleet current, Fleet pending)
    {
        foreach (var variant in pending.Variants)
        {
            if (current.Find(variant.Spec.VariantName) is { } same)
            {
                Retain(variant, same);
            }
        }
    }

    // A serverless variant has no instance count that could be kept.
    private void Retain(VariantFleet variant, VariantFleet same)
    {
        if (Retained.HasFlag(RetainedProperties.InstanceCount) && !same.Spec.IsServerless)
        {
            variant.Desired = same.Desired > 0 || variant.Spec.ScalesToZero
                ? same.Desired
                : throw EndpointErrors.CannotBeZero(variant.Spec.VariantName);
        }

        variant.Weight = variant.DesiredWeight = Retained.HasFlag(RetainedProperties.Weight) ? same.Weight : variant.Weight;
    }
}

/// <summary>An update that passed all checks.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Pending">The new fleet, without instances.</param>
/// <param name="Given">The deployment configuration that was given or retained; null for none.</param>
/// <param name="Deployment">The deployment before it starts.</param>
internal sealed record PreparedUpdate(Endpoint Endpoint, Fleet Pending, DeploymentConfig? Given, Deployment Deployment);

/// <summary>The properties that RetainAllVariantProperties keeps, without those in ExcludeRetainedVariantProperties.</summary>
[Flags]
public enum RetainedProperties
{
    /// <summary>No properties.</summary>
    None = 0,

    /// <summary>DesiredInstanceCount.</summary>
    InstanceCount = 1,

    /// <summary>DesiredWeight.</summary>
    Weight = 2,
}
