namespace RollingDeploy.Core.AutoScaling;

/// <summary>Identifies a scalable resource in requests. It need not be one that exists, or one that can be scaled.</summary>
/// <param name="Id">The ResourceId, such as <c>endpoint/demo/variant/AllTraffic</c>.</param>
/// <param name="Dimension">The ScalableDimension, such as <c>sagemaker:variant:DesiredInstanceCount</c>.</param>
/// <param name="Service">The ServiceNamespace.</param>
public readonly record struct ScalableKey(string Id, string Dimension, string Service = ScalableResource.Service)
{
    /// <summary>The scalable resource, which need not exist.</summary>
    /// <exception cref="AwsError">RollingDeploy cannot scale such a resource.</exception>
    internal ScalableResource Resource => ScalableResource.Parse(this) ?? throw ScalingErrors.Unsupported();

    /// <summary>
    /// Returns the registered target; null if there is none. An ID that does not fit its dimension cannot be registered, so it is
    /// not found, and no error of its own: AWS's samples delete the policy of an inference component with the dimension of a
    /// variant, and expect <c>ObjectNotFoundException</c> (sagemaker-genai-hosting-examples, scale-to-zero-endpoint).
    /// </summary>
    internal ScalableTarget? TargetIn(Region region) =>
        Service == ScalableResource.Service ? region.Scaling.Find(Id, Dimension) : null;
}
