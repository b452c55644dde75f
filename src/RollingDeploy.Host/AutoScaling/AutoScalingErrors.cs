using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>Application Auto Scaling's refusals of what a request says, beyond the constraints of its model.</summary>
internal static class AutoScalingErrors
{
    public static AwsError Validation(string message) => SageMakerErrors.Validation(message);

    public static AwsError Unsupported() => Validation("Unsupported service namespace, resource type or scalable dimension");

    /// <summary>The text is ours.</summary>
    public static AwsError InvalidNextToken() => new("InvalidNextTokenException", "The next token supplied was invalid.");

    public static AwsError UnsupportedMetric(string dimension, IEnumerable<string> metrics) =>
        Validation($"Scalable dimension {dimension} only supports the following predefined metric types: {string.Join(", ", metrics)}");
}
