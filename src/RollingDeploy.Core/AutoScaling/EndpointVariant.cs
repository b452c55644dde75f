using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>A capacity of a variant of an endpoint.</summary>
public abstract record EndpointVariant(string Id, string Dimension, string EndpointName, string VariantName)
    : ScalableResource(Id, Dimension)
{
    internal override Endpoint? Find(Region region) =>
        region.Endpoints.TryGet(EndpointName, out var endpoint) && endpoint.Name == EndpointName ? endpoint : null;

    internal sealed override int? CapacityIn(Region region) => VariantIn(region) is { } variant ? CapacityOf(variant) : null;

    internal override bool CanBeScaled(Region region) => Find(region)?.Status == EndpointStatus.InService;

    internal override void Scale(Region region, int capacity) =>
        new UpdateWeightsAndCapacities(region.Name, EndpointName, [Desired(capacity)]).Execute(region);

    /// <summary>Returns the capacity of the variant; null if it has none.</summary>
    private protected abstract int? CapacityOf(VariantFleet variant);

    /// <summary>Returns the change to a capacity.</summary>
    private protected abstract WeightAndCapacity Desired(int capacity);

    private protected VariantFleet? VariantIn(Region region) =>
        Find(region) is { Status: not EndpointStatus.Deleting } endpoint ? endpoint.Current?.Find(VariantName) : null;
}

/// <summary>The instances of a variant.</summary>
public sealed record VariantInstances(string Id, string EndpointName, string VariantName)
    : EndpointVariant(Id, Name, EndpointName, VariantName)
{
    /// <summary>The name of the dimension.</summary>
    public const string Name = "sagemaker:variant:DesiredInstanceCount";

    // "ml.t2", "ml.t3" and "ml.t4g" are burstable, like all families of EC2 that begin with T.
    private const string Burstable = "ml.t";

    /// <inheritdoc/>
    public override string Noun => "desired instance count";

    internal override string Kind => "endpoint variant";

    // "An endpoint can scale to and from zero instances only if it hosts inference components" (developer guide, scale an
    // endpoint to zero instances). Asynchronous endpoints can scale to zero too (autoscale an asynchronous endpoint).
    internal override int LeastIn(Region region) => Find(region) is { HostsComponents: false, IsAsync: false } ? 1 : 0;

    internal override void RequireScalable(Region region)
    {
        foreach (var type in VariantIn(region)!.Spec.InstanceTypes)
        {
            if (type.StartsWith(Burstable, StringComparison.Ordinal) && char.IsAsciiDigit(type[Burstable.Length]))
            {
                throw ScalingErrors.Burstable(type);
            }
        }
    }

    private protected override int? CapacityOf(VariantFleet variant) => variant.Spec.IsServerless ? null : variant.Desired;

    private protected override WeightAndCapacity Desired(int capacity) => new(VariantName, null, capacity);
}

/// <summary>
/// The Provisioned Concurrency of a serverless variant. A variant that was deployed without it cannot be scaled (developer guide,
/// automatically scale Provisioned Concurrency for a serverless endpoint).
/// </summary>
public sealed record VariantConcurrency(string Id, string EndpointName, string VariantName)
    : EndpointVariant(Id, Name, EndpointName, VariantName)
{
    /// <summary>The name of the dimension.</summary>
    public const string Name = "sagemaker:variant:DesiredProvisionedConcurrency";

    /// <inheritdoc/>
    public override string Noun => "desired provisioned concurrency";

    internal override string Kind => "endpoint variant with Provisioned Concurrency";

    // The smallest ProvisionedConcurrency in AWS's model.
    internal override int LeastIn(Region region) => 1;

    private protected override int? CapacityOf(VariantFleet variant) => variant.DesiredServerless?.ProvisionedConcurrency;

    private protected override WeightAndCapacity Desired(int capacity) =>
        new(VariantName, null, null) { Serverless = new(null, capacity) };
}
