namespace RollingDeploy.Core.AutoScaling;

/// <summary>Identifies a scalable resource in requests.</summary>
/// <param name="Id">The ResourceId, such as <c>endpoint/demo/variant/AllTraffic</c>.</param>
/// <param name="Dimension">The ScalableDimension, such as <c>sagemaker:variant:DesiredInstanceCount</c>.</param>
public readonly record struct ScalableKey(string Id, string Dimension)
{
    /// <summary>The scalable resource, which need not exist.</summary>
    /// <exception cref="AwsError">RollingDeploy cannot scale such a resource.</exception>
    internal ScalableResource Resource => ScalableResource.Parse(Id, Dimension)
        ?? throw SageMakerErrors.Validation("Unsupported service namespace, resource type or scalable dimension");
}
