using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>Makes the errors of CloudWatch that are not violations of constraints in its model (cloudwatch.md §2).</summary>
internal static class CloudWatchErrors
{
    public static AwsError Validation(string message) => SageMakerErrors.Validation(message);

    public static AwsError InvalidValue(string message) => new("InvalidParameterValueException", message);

    public static AwsError InvalidCombination(string message) => new("InvalidParameterCombinationException", message);

    public static AwsError Missing(string message) => new("MissingRequiredParameterException", message);

    public static AwsError InvalidFormat(string message) => new("InvalidFormatFault", message);

    public static AwsError InvalidNextToken() => new("InvalidNextToken", "The next token specified is invalid.");

    public static AwsError BothGiven(string one, string other) =>
        InvalidCombination($"The parameters {one} and {other} are mutually exclusive and you have specified both.");

    public static AwsError BadValue(string parameter, int value) =>
        InvalidValue(FormattableString.Invariant($"The value {value} for parameter {parameter} is invalid."));

    public static AwsError BadValue(string parameter, double value) =>
        InvalidValue($"The value {JavaNumber.ToText(value)} for parameter {parameter} is invalid.");
}
