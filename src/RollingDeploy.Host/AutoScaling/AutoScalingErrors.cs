using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>Makes the errors of Application Auto Scaling that are not violations of constraints in its model.</summary>
internal static class AutoScalingErrors
{
    public static AwsError Validation(string message) => SageMakerErrors.Validation(message);

    /// <summary>Makes the error for a token that is not valid. The text is RollingDeploy's.</summary>
    public static AwsError InvalidNextToken() => new("InvalidNextTokenException", "The next token supplied was invalid.");

    public static AwsError UnsupportedMetric(string dimension, IEnumerable<string> metrics) =>
        Validation($"Scalable dimension {dimension} only supports the following predefined metric types: {string.Join(", ", metrics)}");
}
