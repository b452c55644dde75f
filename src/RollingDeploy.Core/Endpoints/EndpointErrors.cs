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

    /// <summary>Serverless endpoints do not support something.</summary>
    public static AwsError NotForServerless(string what) =>
        SageMakerErrors.Validation($"{what} is not supported for serverless endpoints.");

    /// <summary>Endpoints with a shadow variant do not support something.</summary>
    public static AwsError NotWithShadow(string what) =>
        SageMakerErrors.Validation($"{what} is not supported for endpoints with a shadow production variant.");

    /// <summary>A model of an asynchronous endpoint is from AWS Marketplace (aws/sagemaker-python-sdk, issue 3969).</summary>
    public static AwsError AsyncIsNotFromMarketplace() =>
        SageMakerErrors.Validation("Marketplace images are not supported when specifying an AsyncInferenceConfig.");

    /// <summary>An asynchronous endpoint cannot host inference components.</summary>
    public static AwsError AsyncHostsNoComponents() => SageMakerErrors.Validation(
        "AsyncInferenceConfig cannot be specified for an endpoint that hosts inference components.");

    /// <summary>An asynchronous endpoint has one production variant (aws/aws-cdk-rfcs, RFC 431).</summary>
    public static AwsError AsyncHasOneVariant() =>
        SageMakerErrors.Validation("Only one production variant can be specified for an asynchronous endpoint.");

    /// <summary>
    /// An update without AsyncInferenceConfig (aws/sagemaker-python-sdk, pull request 3124). The second sentence of AWS's text is
    /// not known.
    /// </summary>
    public static AwsError AsyncCannotBeRemoved(string endpoint) => SageMakerErrors.Validation(
        $"The AsyncInferenceConfig parameter cannot be removed from this endpoint {endpoint}. To change the endpoint to real-time "
        + "inference, create a new endpoint.");

    /// <summary>An update that makes a real-time or serverless endpoint asynchronous.</summary>
    public static AwsError AsyncCannotBeAdded(string endpoint) => SageMakerErrors.Validation(
        $"The AsyncInferenceConfig parameter cannot be added to this endpoint {endpoint}. To use asynchronous inference, create a new "
        + "endpoint.");

    /// <summary>An update of an endpoint with instances to a serverless configuration.</summary>
    public static AwsError CannotBecomeServerless() =>
        SageMakerErrors.Validation("An endpoint with instances cannot be updated to a serverless endpoint.");

    /// <summary>
    /// An update changes the instance type of a variant for inference components (sample-auto-extract-ai-ocr-app, 66).
    /// </summary>
    public static AwsError HostsComponents() => SageMakerErrors.Validation(
        "Cannot update endpoint with a different instance type for endpoints to which you plan to deploy Inference Components.");

    /// <summary>Only asynchronous endpoints, and endpoints for inference components, scale to zero instances.</summary>
    public static AwsError CannotBeZero(string variant) => SageMakerErrors.Validation(
        $"DesiredInstanceCount must be at least 1 for the variant \"{variant}\". Only asynchronous endpoints, and endpoints that host "
        + "inference components, can have zero instances.");

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
