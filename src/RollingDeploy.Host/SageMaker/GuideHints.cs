using RollingDeploy.Core;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.SageMaker;

/// <summary>Refusals that AWS's own guide leads its readers into. AWS's text says nothing of it, so it goes to the journal and the log.</summary>
internal static class GuideHints
{
    public static (string Resource, string Hint)? Explain(object input, AwsFault fault) =>
        fault.Message.Contains("'CAPACITY_PERCENTAGE'", StringComparison.Ordinal) && input is UpdateEndpointInput or CreateEndpointInput
            ? (NameOf(input), "The guide's rolling sample writes CAPACITY_PERCENTAGE; the API's value is CAPACITY_PERCENT.")
            : null;

    private static string NameOf(object input) =>
        (input as UpdateEndpointInput)?.EndpointName ?? (input as CreateEndpointInput)?.EndpointName ?? "";
}
