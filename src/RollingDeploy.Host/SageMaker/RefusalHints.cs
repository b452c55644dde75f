using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// What can be said of a refusal beyond AWS's text. The answer has AWS's text alone, so this goes to the log and to the journal of the
/// endpoint that the call is about.
/// </summary>
internal static class RefusalHints
{
    // AWS's own guide leads its readers into this one.
    private const string Percent = "A sample in the AWS guide has CAPACITY_PERCENTAGE, but the API accepts CAPACITY_PERCENT.";

    public static Explanation? Explain(object input, Call call, AwsError fault) =>
        HintOf(fault) is { } hint && Subject(input, call) is var (resource, endpoint) && IsPlain(resource)
            ? new Explanation(resource, endpoint, hint)
            : null;

    private static string? HintOf(AwsError fault) =>
        fault.Hint ?? (fault.Message.Contains("'CAPACITY_PERCENTAGE'", StringComparison.Ordinal) ? Percent : null);

    // What the call names, and the endpoint in whose journal it is told; null where there is none.
    private static (string Resource, string? Endpoint)? Subject(object input, Call call) => input switch
    {
        UpdateEndpointInput { EndpointName: { } name } => (name, name),
        CreateEndpointInput { EndpointName: { } name } => (name, name),
        UpdateInferenceComponentInput { InferenceComponentName: { } name } => (name, HostOf(name, call)),
        _ => null,
    };

    private static string? HostOf(string component, Call call) => call.Read(region =>
        region.InferenceComponents.TryGet(component, out var found) ? found.Endpoint.Name : null);

    // What is kept and logged must be a name and no more: the call was refused, so nothing of it was checked.
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 63 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
