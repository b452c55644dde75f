namespace RollingDeploy.Core.Kernel;

/// <summary>
/// The errors of SageMaker's operations, in AWS's words where they are known (sagemaker-endpoints.md §6, cloudwatch.md §2) and
/// ours where they are not (deployment-guardrails.md §13). Tools match some of them literally.
/// </summary>
public static class SageMakerErrors
{
    /// <summary>What SageMaker answers for nearly everything.</summary>
    public static AwsError Validation(string message) => new("ValidationException", message);

    /// <summary>A name that is not there.</summary>
    public static AwsError CouldNotFind(string noun, string arn) => Validation($"Could not find {noun} \"{arn}\".");

    /// <summary>A name that is taken.</summary>
    public static AwsError AlreadyExists(string noun, string arn) =>
        Validation($"Cannot create already existing {noun} \"{arn}\".");

    /// <summary>A change to what is changing.</summary>
    public static AwsError InProgress(string noun, string arn) => Validation($"Cannot update in-progress {noun} \"{arn}\".");

    /// <summary>A change other than deletion to what failed.</summary>
    public static AwsError NotUpdatable(string noun, string arn, string status) =>
        Validation($"Cannot update {noun} \"{arn}\" with status {status}.");

    /// <summary>A quota of the account, in AWS's present wording.</summary>
    public static AwsError LimitExceeded(string name, string unit, int limit, int utilization, int delta) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit '{name}' is {limit} {unit}, with current utilization of {utilization} {unit} and a request "
        + $"delta of {delta} {unit}. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas is "
        + "not available, contact AWS support to request an increase for this quota.");

    /// <summary>Too many calls.</summary>
    public static AwsError Throttled() => new("ThrottlingException", "Rate exceeded");

    /// <summary>A call that fails on AWS's side; <paramref name="shape"/> is the service's own word for it.</summary>
    public static AwsError Internal(string shape) =>
        new(shape, "The request processing has failed because of an unknown error, exception or failure.");
}
