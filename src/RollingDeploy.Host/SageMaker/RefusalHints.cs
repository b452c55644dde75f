using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// Explains errors with more details than AWS's text. The response contains only AWS's text, so the explanation goes to the log
/// and to the journal of the endpoint.
/// </summary>
internal static class RefusalHints
{
    // A mistake in AWS's own guide.
    private const string Percent = "The guide's rolling sample writes CAPACITY_PERCENTAGE; the API's value is CAPACITY_PERCENT.";

    public static Explanation? Explain(object input, Call call, AwsError fault) =>
        HintOf(fault) is { } hint && Subject(input, call) is var (resource, endpoint) && IsPlain(resource)
            ? new Explanation(resource, endpoint, hint)
            : null;

    /// <summary>Returns what AWS's text does not say; null if there is nothing.</summary>
    public static string? HintOf(AwsError fault) =>
        fault.Hint ?? (fault.Message.Contains("'CAPACITY_PERCENTAGE'", StringComparison.Ordinal) ? Percent : null);

    // The resource of the call, and the endpoint whose journal shows the explanation; null if there is none.
    private static (string Resource, string? Endpoint)? Subject(object input, Call call) => input switch
    {
        UpdateEndpointInput { EndpointName: { } name } => (name, name),
        CreateEndpointInput { EndpointName: { } name } => (name, name),
        UpdateInferenceComponentInput { InferenceComponentName: { } name } => (name, HostOf(name, call)),
        _ => null,
    };

    private static string? HostOf(string component, Call call) => call.Read(region =>
        region.InferenceComponents.TryGet(component, out var found) ? found.Endpoint.Name : null);

    // Only a valid name may be stored and logged. The call was refused, so its members may not have been validated.
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 63 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
