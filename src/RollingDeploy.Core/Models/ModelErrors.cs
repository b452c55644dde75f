namespace RollingDeploy.Core.Models;

/// <summary>
/// Makes the errors of SageMaker for models, with AWS's texts where they are known (sagemaker-endpoints.md §6). Other texts are
/// RollingDeploy's.
/// </summary>
public static class ModelErrors
{
    /// <summary>The account is not subscribed to the model package.</summary>
    public static AwsError NotSubscribed() => SageMakerErrors.Validation("Caller is not subscribed to the marketplace offering.");

    /// <summary>SageMaker does not support the manifest type of the image. In practice, it is the OCI type.</summary>
    public static AwsError UnsupportedManifest(string image) => SageMakerErrors.Validation(
        $"Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image {image}. Ensure that valid manifest "
        + "media type is used for specified image.");

    /// <summary>The role cannot read the model data.</summary>
    public static AwsError ModelDataNotReadable(string url, string roleArn, string region) => SageMakerErrors.Validation(
        $"Could not access model data at {url}. Please ensure that the role \"{roleArn}\" exists and that its trust relationship "
        + "policy allows the action \"sts:AssumeRole\" for the service principal \"sagemaker.amazonaws.com\". Also ensure that the "
        + $"role has \"s3:GetObject\" permissions and that the object is located in {region}.");
}
