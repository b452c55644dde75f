using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>What Application Auto Scaling can scale.</summary>
/// <param name="Id">Its ResourceId, such as <c>endpoint/demo/variant/AllTraffic</c>.</param>
/// <param name="Dimension">Its ScalableDimension, such as <c>sagemaker:variant:DesiredInstanceCount</c>.</param>
public abstract record ScalableResource(string Id, string Dimension)
{
    /// <summary>The ServiceNamespace of all of them.</summary>
    public const string Service = "sagemaker";

    /// <summary>What the number is called in descriptions.</summary>
    public abstract string Noun { get; }

    /// <summary>How users name it.</summary>
    public ScalableKey Key => new(Id, Dimension);

    /// <summary>Reads a ResourceId; null where it does not belong to the dimension, or the dimension is not here.</summary>
    public static ScalableResource? Parse(string id, string dimension)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (dimension, id.Split('/')) switch
        {
            (VariantInstances.Name, ["endpoint", { Length: > 0 } endpoint, "variant", { Length: > 0 } variant]) =>
                new VariantInstances(id, endpoint, variant),
            (ComponentCopies.Name, ["inference-component", { Length: > 0 } component]) => new ComponentCopies(id, component),
            _ => null,
        };
    }

    /// <summary>What is deployed to; null where it is not there.</summary>
    internal abstract Deployable? Find(Region region);

    /// <summary>The desired capacity; null where it is not there, or has none.</summary>
    internal abstract int? CapacityIn(Region region);

    /// <summary>Auto scaling does not go below, whatever its target's bounds are.</summary>
    internal abstract int LeastIn(Region region);

    /// <summary>Whether nothing is going on that keeps it from being scaled.</summary>
    internal abstract bool CanBeScaled(Region region);

    /// <summary>Begins to scale it.</summary>
    /// <exception cref="AwsError">SageMaker refuses.</exception>
    internal abstract void Scale(Region region, int capacity);
}

/// <summary>The instances of an endpoint's variant.</summary>
public sealed record VariantInstances(string Id, string EndpointName, string VariantName) : ScalableResource(Id, Name)
{
    /// <summary>The dimension.</summary>
    public const string Name = "sagemaker:variant:DesiredInstanceCount";

    /// <inheritdoc/>
    public override string Noun => "desired instance count";

    internal override Endpoint? Find(Region region) =>
        region.Endpoints.TryGet(EndpointName, out var endpoint) && endpoint.Name == EndpointName ? endpoint : null;

    internal override int? CapacityIn(Region region) =>
        Find(region) is { Status: not EndpointStatus.Deleting } endpoint
        && endpoint.Current?.Find(VariantName) is { Spec.IsServerless: false } variant ? variant.Desired : null;

    // "An endpoint can scale to and from zero instances only if it hosts inference components" (developer guide, scale an endpoint
    // to zero instances); asynchronous ones can too (autoscale an asynchronous endpoint).
    internal override int LeastIn(Region region) => Find(region) is { HostsComponents: false, IsAsync: false } ? 1 : 0;

    internal override bool CanBeScaled(Region region) => Find(region)?.Status == EndpointStatus.InService;

    internal override void Scale(Region region, int capacity) => new UpdateWeightsAndCapacities(
        region.Name, EndpointName, [new WeightAndCapacity(VariantName, null, capacity)]).Execute(region);
}

/// <summary>The copies of an inference component.</summary>
public sealed record ComponentCopies(string Id, string ComponentName) : ScalableResource(Id, Name)
{
    /// <summary>The dimension.</summary>
    public const string Name = "sagemaker:inference-component:DesiredCopyCount";

    /// <inheritdoc/>
    public override string Noun => "desired copy count";

    internal override InferenceComponent? Find(Region region) =>
        region.InferenceComponents.TryGet(ComponentName, out var component) && component.Name == ComponentName ? component : null;

    internal override int? CapacityIn(Region region) =>
        Find(region) is { Base: null, Status: not InferenceComponentStatus.Deleting } component ? component.DesiredCopies : null;

    internal override int LeastIn(Region region) => 0;

    internal override bool CanBeScaled(Region region) => Find(region)?.Status == InferenceComponentStatus.InService;

    internal override void Scale(Region region, int capacity) =>
        new UpdateInferenceComponentRuntimeConfig(region.Name, ComponentName, capacity).Execute(region);
}
