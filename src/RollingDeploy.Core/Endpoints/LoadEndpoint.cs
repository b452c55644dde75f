using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Core.Endpoints;

/// <summary>A variant of an endpoint as it was found. Null stands for the value of the endpoint configuration.</summary>
public sealed record LoadedVariant(string Name)
{
    /// <summary>The number of instances in service.</summary>
    public int? Instances { get; init; }

    /// <summary>The desired number of instances. If more than <see cref="Instances"/>, the others are launched.</summary>
    public int? DesiredInstances { get; init; }

    /// <summary>The weight.</summary>
    public float? Weight { get; init; }

    /// <summary>The desired weight; null for the weight.</summary>
    public float? DesiredWeight { get; init; }

    /// <summary>The concurrency of a serverless variant.</summary>
    public ServerlessCapacity? Serverless { get; init; }
}

/// <summary>
/// Creates an endpoint as it was found elsewhere. It is in service at once, with its instances and weights. The result is the
/// ARN. The deployment configuration is stored without checks, because it was valid for an earlier configuration.
/// </summary>
public sealed record LoadEndpoint(string Region, string Name, string ConfigName, ImmutableArray<LoadedVariant> Variants)
    : Command<string>(Region)
{
    /// <summary>AWS's LastDeploymentConfig; null for none.</summary>
    public DeploymentConfig? LastDeploymentConfig { get; init; }

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.Endpoints.RequireFree(Name);
        var config = region.EndpointConfigs.Get(ConfigName);
        var fleet = FleetFactory.Make(region, config);
        RequireKnown(fleet);
        foreach (var variant in fleet.Variants)
        {
            Resize(variant, Find(variant));
        }

        var deployment =
            DeploymentFactory.Create(region, DeploymentTrigger.CreateEndpoint, VariantSizes.Of(null, null, fleet));
        region.Quotas.RequireRoom(new(deployment.Forward, deployment.VariantNames, null, fleet));
        foreach (var variant in fleet.Variants)
        {
            Populate(region, variant, Find(variant)?.Instances ?? variant.Desired);
        }

        var endpoint = new Endpoint(region, Name, config, LastDeploymentConfig) { Pending = fleet };
        region.Endpoints.Add(endpoint);
        Conclude(endpoint, deployment);
        return endpoint.Arn;
    }

    // Other code relies on it that an endpoint in service has had a deployment.
    private static void Conclude(Endpoint endpoint, Deployment deployment)
    {
        var region = endpoint.Region;
        var ended = deployment with
        {
            Id = region.NextId("d"),
            Forward = region.SharedParts.Plans.Of(deployment.Forward),
            Status = DeploymentStatus.Succeeded,
            StepIndex = deployment.Forward.Steps.Length - 1,
            StepStartedAt = region.Now,
            EndedAt = region.Now,
        };
        endpoint.Conclude(ended);
        endpoint.Begin(ended);
        JournalWriter.Write(endpoint, endpoint.Deployments[^1], new JournalLine("loaded", "Loaded as it was found, in service."));
        FleetLog.FleetsHaveChanged(endpoint);
        region.Tell(new DeploymentEnded(endpoint, ended));
        Replacement.Look(endpoint);
    }

    private static void Resize(VariantFleet fleet, LoadedVariant? found)
    {
        fleet.Desired = found?.DesiredInstances ?? found?.Instances ?? fleet.Desired;
        fleet.Weight = found?.Weight ?? fleet.Weight;
        fleet.DesiredWeight = found?.DesiredWeight ?? fleet.Weight;
        fleet.Serverless = fleet.DesiredServerless = fleet.Serverless?.With(found?.Serverless);
        foreach (var count in (int[])[fleet.Desired, found?.Instances ?? 0])
        {
            QuotaTable.RequirePlausible(fleet.Spec.InstanceTypes.FirstOrDefault(), count);
        }

        if (fleet.Desired == 0 && !fleet.Spec.ScalesToZero)
        {
            throw EndpointErrors.CannotBeZero(fleet.Spec.VariantName);
        }
    }

    private static void Populate(Region region, VariantFleet fleet, int count)
    {
        var spec = fleet.Spec.Choices.First();
        while (fleet.Launches < count)
        {
            fleet.Launches++;
            fleet.Add(new Instance(region.NextId("i"), spec, region.Now) { PingDeadline = region.Now, Number = fleet.Launches });
        }

        fleet.Settle(region.Now, static _ => true);
    }

    private void RequireKnown(Fleet fleet)
    {
        if (Variants.GroupBy(each => each.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw EndpointErrors.VariantTwice(twice.Key);
        }

        var unknown = Variants.Where(each => fleet.Find(each.Name) is null).Select(each => each.Name).ToList();
        if (unknown.Count > 0)
        {
            throw EndpointErrors.VariantsNotFound(unknown, ConfigName);
        }
    }

    private LoadedVariant? Find(VariantFleet fleet) => Variants.FirstOrDefault(each => each.Name == fleet.Spec.VariantName);
}
