namespace RollingDeploy.Core.Endpoints;

/// <summary>
/// What SageMaker objects to in an endpoint and its configuration. In AWS's words where they are known (sagemaker-
/// endpoints.md §6), and in ours where they are not.
/// </summary>
public static class EndpointErrors
{
    /// <summary>A variant named twice in one request.</summary>
    public static AwsError VariantTwice(string name) => SageMakerErrors.Validation($"The variant name \"{name}\" was non-unique within the request.");

    /// <summary>Variants that the endpoint does not have.</summary>
    public static AwsError VariantsNotFound(IEnumerable<string> names, string configName) => SageMakerErrors.Validation(
        $"The variant name(s) \"{string.Join(", ", names)}\" is/are not present within endpoint configuration \"{configName}\".");

    /// <summary>Network isolation of a serverless variant.</summary>
    public static AwsError ServerlessIsNotIsolated() => SageMakerErrors.Validation("The network isolation is not supported for serverless endpoint");

    /// <summary>ModelDataSource in a serverless variant; of AWS's text only the beginning is known.</summary>
    public static AwsError ServerlessHasNoModelDataSource() =>
        SageMakerErrors.Validation("Model with containers that use ModelDataSource is not supported for serverless endpoints.");

    /// <summary>An instance count for a serverless variant.</summary>
    public static AwsError ServerlessHasNoInstances(string variant) =>
        SageMakerErrors.Validation($"DesiredInstanceCount cannot be specified for the serverless variant \"{variant}\".");

    /// <summary>More provisioned concurrency than there can be.</summary>
    public static AwsError TooMuchProvisioned(string variant) =>
        SageMakerErrors.Validation($"Variant {variant}: ProvisionedConcurrency must be less than or equal to MaxConcurrency.");

    /// <summary>A concurrency for a variant of instances.</summary>
    public static AwsError NotServerless(string variant) =>
        SageMakerErrors.Validation($"ServerlessUpdateConfig cannot be specified for the variant \"{variant}\": it is not serverless.");
}
