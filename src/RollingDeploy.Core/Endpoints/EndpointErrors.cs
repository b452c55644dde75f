namespace RollingDeploy.Core.Endpoints;

/// <summary>
/// Makes the errors of SageMaker for endpoints and their configurations, with AWS's texts where they are known
/// (sagemaker-endpoints.md §6). Other texts are RollingDeploy's.
/// </summary>
public static class EndpointErrors
{
    /// <summary>A request has a variant twice.</summary>
    public static AwsError VariantTwice(string name) => SageMakerErrors.Validation($"The variant name \"{name}\" was non-unique within the request.");

    /// <summary>The endpoint does not have these variants.</summary>
    public static AwsError VariantsNotFound(IEnumerable<string> names, string configName) => SageMakerErrors.Validation(
        $"The variant name(s) \"{string.Join(", ", names)}\" is/are not present within endpoint configuration \"{configName}\".");

    /// <summary>The model of a serverless variant has network isolation.</summary>
    public static AwsError ServerlessIsNotIsolated() => SageMakerErrors.Validation("The network isolation is not supported for serverless endpoint");

    /// <summary>The model of a serverless variant has a ModelDataSource. Only the beginning of AWS's text is known.</summary>
    public static AwsError ServerlessHasNoModelDataSource() =>
        SageMakerErrors.Validation("Model with containers that use ModelDataSource is not supported for serverless endpoints.");

    /// <summary>A serverless variant cannot have an instance count.</summary>
    public static AwsError ServerlessHasNoInstances(string variant) =>
        SageMakerErrors.Validation($"DesiredInstanceCount cannot be specified for the serverless variant \"{variant}\".");

    /// <summary>The provisioned concurrency is more than the maximum concurrency.</summary>
    public static AwsError TooMuchProvisioned(string variant) =>
        SageMakerErrors.Validation($"Variant {variant}: ProvisionedConcurrency must be less than or equal to MaxConcurrency.");

    /// <summary>A variant with instances cannot have a concurrency.</summary>
    public static AwsError NotServerless(string variant) =>
        SageMakerErrors.Validation($"ServerlessUpdateConfig cannot be specified for the variant \"{variant}\": it is not serverless.");
}
