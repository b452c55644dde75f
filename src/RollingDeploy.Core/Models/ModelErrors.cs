namespace RollingDeploy.Core.Models;

/// <summary>
/// What SageMaker objects to in a model. In AWS's words where they are known (sagemaker-endpoints.md §6), and in ours where
/// they are not.
/// </summary>
public static class ModelErrors
{
    /// <summary>A model package that has to be bought first.</summary>
    public static AwsError NotSubscribed() => SageMakerErrors.Validation("Caller is not subscribed to the marketplace offering.");

    /// <summary>An image in a format that SageMaker does not run; OCI is the one that people meet.</summary>
    public static AwsError UnsupportedManifest(string image) => SageMakerErrors.Validation(
        $"Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image {image}. Ensure that valid manifest "
        + "media type is used for specified image.");

    /// <summary>Model data that the role cannot read.</summary>
    public static AwsError ModelDataNotReadable(string url, string roleArn, string region) => SageMakerErrors.Validation(
        $"Could not access model data at {url}. Please ensure that the role \"{roleArn}\" exists and that its trust relationship "
        + "policy allows the action \"sts:AssumeRole\" for the service principal \"sagemaker.amazonaws.com\". Also ensure that the "
        + $"role has \"s3:GetObject\" permissions and that the object is located in {region}.");
}
