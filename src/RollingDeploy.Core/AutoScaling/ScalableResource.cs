using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>A resource that Application Auto Scaling can scale.</summary>
/// <param name="Id">The ResourceId, such as <c>endpoint/demo/variant/AllTraffic</c>.</param>
/// <param name="Dimension">The ScalableDimension, such as <c>sagemaker:variant:DesiredInstanceCount</c>.</param>
public abstract record ScalableResource(string Id, string Dimension)
{
    /// <summary>The ServiceNamespace of all resources.</summary>
    public const string Service = "sagemaker";

    /// <summary>The name of the capacity in descriptions.</summary>
    public abstract string Noun { get; }

    /// <summary>The identifier in requests.</summary>
    public ScalableKey Key => new(Id, Dimension);

    /// <summary>
    /// Parses a ResourceId. Returns null if it does not match the dimension, or if RollingDeploy does not support the dimension.
    /// </summary>
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

    /// <summary>Returns the endpoint or inference component; null if it does not exist.</summary>
    internal abstract Deployable? Find(Region region);

    /// <summary>Returns the desired capacity; null if the resource does not exist or has none.</summary>
    internal abstract int? CapacityIn(Region region);

    /// <summary>Returns the lowest capacity to which auto scaling can scale it, whatever the minimum of its target is.</summary>
    internal abstract int LeastIn(Region region);

    /// <summary>Returns whether it can be scaled now, because no deployment is running.</summary>
    internal abstract bool CanBeScaled(Region region);

    /// <summary>Starts to scale it.</summary>
    /// <exception cref="AwsError">SageMaker refuses the change.</exception>
    internal abstract void Scale(Region region, int capacity);
}

/// <summary>The instances of a variant of an endpoint.</summary>
public sealed record VariantInstances(string Id, string EndpointName, string VariantName) : ScalableResource(Id, Name)
{
    /// <summary>The name of the dimension.</summary>
    public const string Name = "sagemaker:variant:DesiredInstanceCount";

    /// <inheritdoc/>
    public override string Noun => "desired instance count";

    internal override Endpoint? Find(Region region) =>
        region.Endpoints.TryGet(EndpointName, out var endpoint) && endpoint.Name == EndpointName ? endpoint : null;

    internal override int? CapacityIn(Region region) =>
        Find(region) is { Status: not EndpointStatus.Deleting } endpoint
        && endpoint.Current?.Find(VariantName) is { Spec.IsServerless: false } variant ? variant.Desired : null;

    // "An endpoint can scale to and from zero instances only if it hosts inference components" (developer guide, scale an
    // endpoint to zero instances). Asynchronous endpoints can scale to zero too (autoscale an asynchronous endpoint).
    internal override int LeastIn(Region region) => Find(region) is { HostsComponents: false, IsAsync: false } ? 1 : 0;

    internal override bool CanBeScaled(Region region) => Find(region)?.Status == EndpointStatus.InService;

    internal override void Scale(Region region, int capacity) => new UpdateWeightsAndCapacities(
        region.Name, EndpointName, [new WeightAndCapacity(VariantName, null, capacity)]).Execute(region);
}

/// <summary>The copies of an inference component.</summary>
public sealed record ComponentCopies(string Id, string ComponentName) : ScalableResource(Id, Name)
{
    /// <summary>The name of the dimension.</summary>
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
