using RollingDeploy.Core;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>Application Auto Scaling's refusals of what a request says, beyond the constraints of its model.</summary>
internal static class AutoScalingFaults
{
    public static AwsFault Validation(string message) => Faults.Validation(message);

    public static AwsFault Unsupported() => Validation("Unsupported service namespace, resource type or scalable dimension");

    /// <summary>The text is ours.</summary>
    public static AwsFault InvalidNextToken() => new("InvalidNextTokenException", "The next token supplied was invalid.");

    public static AwsFault UnsupportedMetric(string dimension, IEnumerable<string> metrics) =>
        Validation($"Scalable dimension {dimension} only supports the following predefined metric types: {string.Join(", ", metrics)}");
}
