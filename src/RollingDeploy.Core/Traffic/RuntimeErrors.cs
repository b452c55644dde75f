namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Makes the errors of SageMaker Runtime. The code is <c>ValidationError</c> and not <c>ValidationException</c>
/// (endpoint-metrics.md §4.2).
/// </summary>
public static class RuntimeErrors
{
    private const string WithoutCapacity =
        "Inference Component has no capacity to process this request. ApplicationAutoScaling may be in-progress (if configured) or try to "
        + "increase the capacity by invoking UpdateInferenceComponentRuntimeConfig API.";

    /// <summary>A body is larger than an endpoint takes.</summary>
    /// <remarks>The text is that of amazon-sagemaker-examples, issue 4485.</remarks>
    public static AwsError PayloadTooLarge(string? request) => Validation($"Request {request} has oversize body.");

    /// <summary>The endpoint does not exist, is not in service yet, or its name has another case.</summary>
    public static AwsError EndpointNotFound(string name, string account) => Validation($"Endpoint {name} of account {account} not found.");

    /// <summary>The endpoint hosts inference components, but the request names none.</summary>
    public static AwsError ComponentHeaderMissing() => Validation(
        "Inference Component Name header is required for endpoints to which you plan to deploy inference components. Please include "
        + "Inference Component Name header or consider using SageMaker models.", "INFERENCE_COMPONENT_NAME_MISSING");

    /// <summary>
    /// The endpoint hosts no inference components, but the request names one. The text is AWS's, as users report it.
    /// </summary>
    public static AwsError ComponentHeaderNotAllowed() => Validation(
        "Inference Component Name header is not allowed for endpoints to which you dont plan to deploy inference components. Please "
        + "remove the Inference Component Name header and try again.");

    /// <summary>The inference component is on another variant. The text is RollingDeploy's.</summary>
    public static AwsError ComponentElsewhere(string component, string variant) =>
        Validation($"Inference Component {component} is not deployed on variant {variant}.");

    /// <summary>The request names a model, but the endpoint is not a multi-model endpoint.</summary>
    public static AwsError TargetModelNotSupported(string endpoint) => Validation(
        $"Endpoint {endpoint} is not a multi-model endpoint and does not support target model header.", "TARGET_MODEL_HEADER_NOT_SUPPORTED");

    /// <summary>The request names no model, but the endpoint is a multi-model endpoint.</summary>
    public static AwsError TargetModelMissing(string? request) => Validation($"Request {request} is missing a target model header.");

    /// <summary>The request names no container, but the endpoint uses direct invocation. The text is RollingDeploy's.</summary>
    public static AwsError ContainerMissing(string endpoint) =>
        Validation($"Endpoint {endpoint} is configured for direct invocation: the request is missing a target container hostname header.");

    /// <summary>
    /// The request names a container, but the endpoint does not use direct invocation. The text is RollingDeploy's.
    /// </summary>
    public static AwsError NotDirect(string endpoint) => Validation(
        $"Endpoint {endpoint} is not configured for direct invocation and does not support target container hostname header.");

    /// <summary>The container does not exist. The text is RollingDeploy's.</summary>
    public static AwsError ContainerNotFound(string container, string endpoint) =>
        Validation($"Container {container} was not found for endpoint {endpoint}.");

    /// <summary>
    /// The request has the header for explanations, but the endpoint has no explainer. The text is RollingDeploy's.
    /// </summary>
    public static AwsError NotExplained(string endpoint) =>
        Validation($"Endpoint {endpoint} has no ExplainerConfig and does not support enable explanations header.");

    /// <summary>The inference component does not exist on the endpoint. The text is RollingDeploy's.</summary>
    public static AwsError ComponentNotFound(string component, string endpoint) =>
        Validation($"Inference Component {component} was not found for endpoint {endpoint}.");

    /// <summary>The inference component has no copy in service, for example after scaling to zero.</summary>
    public static AwsError NoCapacity() => Validation(WithoutCapacity);

    /// <summary>Returns whether an error is the one of <see cref="NoCapacity"/>.</summary>
    public static bool IsNoCapacity(AwsError fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Message == WithoutCapacity;
    }

    /// <summary>The variant does not exist. The text is RollingDeploy's.</summary>
    public static AwsError VariantNotFound(string variant, string endpoint) =>
        Validation($"Variant {variant} was not found for endpoint {endpoint}.");

    /// <summary>All variants have the weight 0. The text is RollingDeploy's.</summary>
    public static AwsError NoWeight(string endpoint) =>
        Validation($"All variants of endpoint {endpoint} have the weight 0; name one by TargetVariant.");

    /// <summary>The endpoint is not asynchronous. The text is RollingDeploy's.</summary>
    public static AwsError NotAsync(string endpoint) => Validation($"Endpoint {endpoint} is not an asynchronous inference endpoint.");

    /// <summary>The endpoint is asynchronous. The text is RollingDeploy's.</summary>
    public static AwsError OnlyAsync(string endpoint) =>
        Validation($"Endpoint {endpoint} is an asynchronous inference endpoint; call it by InvokeEndpointAsync.");

    /// <summary>No instance is in service. The text is RollingDeploy's.</summary>
    public static AwsError NothingServes(string endpoint) =>
        new("ServiceUnavailable", $"No instance of endpoint {endpoint} is in service.");

    private static AwsError Validation(string message, string? code = null) => new("ValidationError", message)
    {
        Members = code is null ? [] : [("ErrorCode", code)],
    };
}
