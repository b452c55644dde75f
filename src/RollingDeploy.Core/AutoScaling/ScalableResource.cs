using RollingDeploy.Core.Deployments;

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

    /// <summary>The name of the resource in errors.</summary>
    internal abstract string Kind { get; }

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
            (VariantConcurrency.Name, ["endpoint", { Length: > 0 } endpoint, "variant", { Length: > 0 } variant]) =>
                new VariantConcurrency(id, endpoint, variant),
            (ComponentCopies.Name, ["inference-component", { Length: > 0 } component]) => new ComponentCopies(id, component),
            _ => null,
        };
    }

    /// <summary>Parses a key. Returns null if it is of another service, or if its ID does not match its dimension.</summary>
    public static ScalableResource? Parse(ScalableKey key) => key.Service == Service ? Parse(key.Id, key.Dimension) : null;

    /// <summary>Returns the endpoint or inference component; null if it does not exist.</summary>
    internal abstract Deployable? Find(Region region);

    /// <summary>Returns the desired capacity; null if the resource does not exist or has none.</summary>
    internal abstract int? CapacityIn(Region region);

    /// <summary>Returns the lowest capacity to which auto scaling can scale it, whatever the minimum of its target is.</summary>
    internal abstract int LeastIn(Region region);

    /// <summary>Returns whether it can be scaled now, because no deployment is running.</summary>
    internal abstract bool CanBeScaled(Region region);

    /// <summary>Refuses to register it if AWS cannot scale it. It exists and has a capacity.</summary>
    /// <exception cref="AwsError">AWS does not scale it.</exception>
    internal virtual void RequireScalable(Region region)
    {
    }

    /// <summary>Starts to scale it.</summary>
    /// <exception cref="AwsError">SageMaker refuses the change.</exception>
    internal abstract void Scale(Region region, int capacity);
}
