namespace RollingDeploy.Core.AutoScaling;

/// <summary>Which resource is scaled, as users name it.</summary>
/// <param name="Id">Its ResourceId, such as <c>endpoint/demo/variant/AllTraffic</c>.</param>
/// <param name="Dimension">Its ScalableDimension, such as <c>sagemaker:variant:DesiredInstanceCount</c>.</param>
public readonly record struct ScalableKey(string Id, string Dimension)
{
    /// <summary>What it names, which need not be there.</summary>
    /// <exception cref="AwsError">It names nothing that can be scaled here.</exception>
    internal ScalableResource Resource => ScalableResource.Parse(Id, Dimension)
        ?? throw SageMakerErrors.Validation("Unsupported service namespace, resource type or scalable dimension");
}
