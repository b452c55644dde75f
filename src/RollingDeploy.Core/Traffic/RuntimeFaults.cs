namespace RollingDeploy.Core.Traffic;

/// <summary>The runtime's refusals; its code is <c>ValidationError</c>, and not <c>ValidationException</c> (endpoint-metrics.md §4.2).</summary>
public static class RuntimeFaults
{
    private const string WithoutCapacity =
        "Inference Component has no capacity to process this request. ApplicationAutoScaling may be in-progress (if configured) or try to "
        + "increase the capacity by invoking UpdateInferenceComponentRuntimeConfig API.";

    /// <summary>Also where it does not serve yet, or is spelled in another case.</summary>
    public static AwsFault EndpointNotFound(string name, string account) => Validation($"Endpoint {name} of account {account} not found.");

    /// <summary>An endpoint of inference components was not told which of them.</summary>
    public static AwsFault ComponentHeaderMissing() => Validation(
        "Inference Component Name header is required for endpoints to which you plan to deploy inference components. Please include "
        + "Inference Component Name header or consider using SageMaker models.");

    /// <summary>The text is ours.</summary>
    public static AwsFault ComponentNotFound(string component, string endpoint) =>
        Validation($"Inference Component {component} was not found for endpoint {endpoint}.");

    /// <summary>An inference component without a copy in service, as after scaling to zero.</summary>
    public static AwsFault NoCapacity() => Validation(WithoutCapacity);

    /// <summary>Whether that is why a request was refused.</summary>
    public static bool IsNoCapacity(AwsFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Message == WithoutCapacity;
    }

    /// <summary>The text is ours.</summary>
    public static AwsFault VariantNotFound(string variant, string endpoint) =>
        Validation($"Variant {variant} was not found for endpoint {endpoint}.");

    /// <summary>The text is ours.</summary>
    public static AwsFault NoWeight(string endpoint) =>
        Validation($"All variants of endpoint {endpoint} have the weight 0; name one by TargetVariant.");

    /// <summary>The text is ours.</summary>
    public static AwsFault NotAsync(string endpoint) => Validation($"Endpoint {endpoint} is not an asynchronous inference endpoint.");

    /// <summary>The text is ours.</summary>
    public static AwsFault OnlyAsync(string endpoint) =>
        Validation($"Endpoint {endpoint} is an asynchronous inference endpoint; call it by InvokeEndpointAsync.");

    /// <summary>The text is ours.</summary>
    public static AwsFault NothingServes(string endpoint) =>
        new("ServiceUnavailable", $"No instance of endpoint {endpoint} is in service.");

    /// <summary>A refusal in other words.</summary>
    public static AwsFault Validation(string message) => new("ValidationError", message);
}
