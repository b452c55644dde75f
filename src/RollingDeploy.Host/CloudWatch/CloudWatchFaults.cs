using RollingDeploy.Core;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>CloudWatch's refusals beyond the constraints of its model (cloudwatch.md §2).</summary>
internal static class CloudWatchFaults
{
    public static AwsFault Validation(string message) => Faults.Validation(message);

    public static AwsFault InvalidValue(string message) => new("InvalidParameterValueException", message);

    public static AwsFault InvalidCombination(string message) => new("InvalidParameterCombinationException", message);

    public static AwsFault Missing(string message) => new("MissingRequiredParameterException", message);

    public static AwsFault InvalidFormat(string message) => new("InvalidFormatFault", message);

    public static AwsFault InvalidNextToken() => new("InvalidNextToken", "The next token specified is invalid.");

    public static AwsFault BothGiven(string one, string other) =>
        InvalidCombination($"The parameters {one} and {other} are mutually exclusive and you have specified both.");

    public static AwsFault BadValue(string parameter, object value) =>
        InvalidValue(FormattableString.Invariant($"The value {value} for parameter {parameter} is invalid."));
}
