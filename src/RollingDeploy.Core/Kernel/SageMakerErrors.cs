namespace RollingDeploy.Core.Kernel;

/// <summary>
/// Makes the errors of SageMaker's operations, with AWS's texts where they are known (sagemaker-endpoints.md §6, cloudwatch.md
/// §2); other texts are RollingDeploy's (deployment-guardrails.md §13). Some tools match these texts literally.
/// </summary>
public static class SageMakerErrors
{
    /// <summary>The error that SageMaker returns in most cases.</summary>
    public static AwsError Validation(string message) => new("ValidationException", message);

    /// <summary>The resource does not exist.</summary>
    public static AwsError CouldNotFind(string noun, string arn) => Validation($"Could not find {noun} \"{arn}\".");

    /// <summary>A resource with this name already exists.</summary>
    public static AwsError AlreadyExists(string noun, string arn) =>
        Validation($"Cannot create already existing {noun} \"{arn}\".");

    /// <summary>The resource is being changed.</summary>
    public static AwsError InProgress(string noun, string arn) => Validation($"Cannot update in-progress {noun} \"{arn}\".");

    /// <summary>The resource failed, so that it can only be deleted.</summary>
    public static AwsError NotUpdatable(string noun, string arn, string status) =>
        Validation($"Cannot update {noun} \"{arn}\" with status {status}.");

    /// <summary>A quota of the account would be exceeded. This is the current text of AWS.</summary>
    public static AwsError LimitExceeded(string name, string unit, int limit, int utilization, int delta) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit '{name}' is {limit} {unit}, with current utilization of {utilization} {unit} and a request "
        + $"delta of {delta} {unit}. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas is "
        + "not available, contact AWS support to request an increase for this quota.");

    /// <summary>There were too many calls.</summary>
    public static AwsError Throttled() => new("ThrottlingException", "Rate exceeded");

    /// <summary>An internal error of AWS. <paramref name="shape"/> is the name of this error in the service.</summary>
    public static AwsError Internal(string shape) =>
        new(shape, "The request processing has failed because of an unknown error, exception or failure.");
}
