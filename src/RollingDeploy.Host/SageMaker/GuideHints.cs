using RollingDeploy.Core;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.SageMaker;

/// <summary>Refusals that AWS's own guide leads its readers into. AWS's text says nothing of it, so it goes to the journal and the log.</summary>
internal static class GuideHints
{
    public static (string Resource, string Hint)? Explain(object input, AwsFault fault) =>
        fault.Message.Contains("'CAPACITY_PERCENTAGE'", StringComparison.Ordinal) && NameOf(input) is { } name && IsPlain(name)
            ? (name, "The guide's rolling sample writes CAPACITY_PERCENTAGE; the API's value is CAPACITY_PERCENT.")
            : null;

    private static string? NameOf(object input) =>
        (input as UpdateEndpointInput)?.EndpointName ?? (input as CreateEndpointInput)?.EndpointName;

    // What is kept and logged must be a name and no more: the call was refused, so nothing of it was checked.
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 63 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
