namespace RollingDeploy.Core.Traffic;

/// <summary>The runtime's refusals; its code is <c>ValidationError</c>, and not <c>ValidationException</c> (endpoint-metrics.md §4.2).</summary>
internal static class RuntimeFaults
{
    public static AwsFault EndpointNotFound(string name, string account) => Validation($"Endpoint {name} of account {account} not found.");

    public static AwsFault ComponentHeaderMissing() => Validation(
        "Inference Component Name header is required for endpoints to which you plan to deploy inference components. Please include "
        + "Inference Component Name header or consider using SageMaker models.");

    /// <summary>The text is ours.</summary>
    public static AwsFault ComponentNotFound(string component, string endpoint) =>
        Validation($"Inference Component {component} was not found for endpoint {endpoint}.");

    /// <summary>The text is ours.</summary>
    public static AwsFault VariantNotFound(string variant, string endpoint) =>
        Validation($"Variant {variant} was not found for endpoint {endpoint}.");

    /// <summary>The text is ours.</summary>
    public static AwsFault NoWeight(string endpoint) =>
        Validation($"All variants of endpoint {endpoint} have the weight 0; name one by TargetVariant.");

    /// <summary>The text is ours.</summary>
    public static AwsFault NotAsync(string endpoint) => Validation($"Endpoint {endpoint} is not an asynchronous inference endpoint.");

    /// <summary>The text is ours.</summary>
    public static AwsFault NothingServes(string endpoint) =>
        new("ServiceUnavailable", $"No instance of endpoint {endpoint} is in service.");

    private static AwsFault Validation(string message) => new("ValidationError", message);
}
