using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Core.Endpoints;

/// <summary>The desired weight and capacity of a variant. Null keeps a value.</summary>
public sealed record WeightAndCapacity(string VariantName, float? Weight, int? InstanceCount)
{
    /// <summary>The concurrency of a serverless variant.</summary>
    public ServerlessCapacity? Serverless { get; init; }
}

/// <summary>
/// Changes weights and instance counts of the current fleet, without a new fleet and without guardrails. The result is the ARN.
/// The endpoint configuration is not changed, so the next update uses its initial values again.
/// </summary>
public sealed record UpdateWeightsAndCapacities(string Region, string Name, ImmutableArray<WeightAndCapacity> Desired)
    : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var endpoint = region.Endpoints.Get(Name);
        Require(endpoint);

        ImmutableArray<(string Name, VariantSize Size)> variants = [.. VariantSizes.Of(endpoint).Select(variant => (variant.Name,
            variant.Size with { New = Find(variant.Name)?.InstanceCount ?? endpoint.Current!.Find(variant.Name)!.Desired }))];
        var deployment = DeploymentFactory.Scale(
            region,
            DeploymentTrigger.UpdateEndpointWeightsAndCapacities,
            variants,
            settles: Desired.Any(each => each.Weight is not null || each.Serverless is not null));
        region.Quotas.RequireRoom(new(deployment.Forward, deployment.VariantNames, endpoint.Current, null));
        foreach (var each in Desired)
        {
            var variant = endpoint.Current!.Find(each.VariantName)!;
            variant.Desired = each.InstanceCount ?? variant.Desired;
            variant.DesiredWeight = each.Weight ?? variant.DesiredWeight;
            variant.DesiredServerless = variant.Serverless?.With(each.Serverless);
        }

        endpoint.Current!.BeginDeployment();
        endpoint.Enter(EndpointStatus.Updating);
        DeploymentRunner.Start(endpoint, deployment);
        return endpoint.Arn;
    }

    private WeightAndCapacity? Find(string name) => Desired.FirstOrDefault(each => each.VariantName == name);

    private void Require(Endpoint endpoint)
    {
        endpoint.RequireQuiet();
        if (endpoint.Status != EndpointStatus.InService || endpoint.Current is null)
        {
            throw SageMakerErrors.NotUpdatable("endpoint", endpoint.Arn, endpoint.Status.ToString());
        }

        if (Desired.GroupBy(each => each.VariantName, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is
            { } twice)
        {
            throw EndpointErrors.VariantTwice(twice.Key);
        }

        var unknown = Desired.Where(each => endpoint.Current.Find(each.VariantName) is null)
            .Select(each => each.VariantName)
            .ToList();
        if (unknown.Count > 0)
        {
            throw EndpointErrors.VariantsNotFound(unknown, endpoint.ConfigName);
        }

        foreach (var each in Desired)
        {
            var variant = endpoint.Current.Find(each.VariantName)!;
            QuotaTable.RequirePlausible(variant.Spec.InstanceTypes.FirstOrDefault(), each.InstanceCount ?? 0);
            RequireFitting(each, variant);
        }
    }

    // A serverless variant has a concurrency and no instances. Other variants have instances and no concurrency.
    private static void RequireFitting(WeightAndCapacity desired, VariantFleet variant)
    {
        if (variant.Spec.IsServerless && desired.InstanceCount is not null)
        {
            throw EndpointErrors.ServerlessHasNoInstances(desired.VariantName);
        }

        // AWS's answer is not known. Auto scaling does not scale such endpoints to zero either (developer guide, scale an
        // endpoint to zero instances).
        if (desired.InstanceCount == 0 && !variant.Spec.ScalesToZero)
        {
            throw EndpointErrors.CannotBeZero(desired.VariantName);
        }

        if (!variant.Spec.IsServerless && desired.Serverless is not null)
        {
            throw EndpointErrors.NotServerless(desired.VariantName);
        }

        if (variant.Serverless?.With(desired.Serverless) is { } wanted && wanted.ProvisionedConcurrency > wanted.MaxConcurrency)
        {
            throw EndpointErrors.TooMuchProvisioned(desired.VariantName);
        }
    }
}
