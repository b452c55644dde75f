using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>The errors of CloudWatch in its three protocols (aws/cloudwatch.md §1.5).</summary>
internal static class CloudWatchErrorTable
{
    public static ErrorTable Table { get; } = new(
        "com.amazonaws.cloudwatch.v2010_08_01#",
        new("LimitExceededFault", "LimitExceeded"),
        new("InvalidNextToken"),
        new("InvalidFormatFault", "InvalidFormat"),
        new("InvalidParameterValueException", "InvalidParameterValue"),
        new("InvalidParameterCombinationException", "InvalidParameterCombination"),
        new("MissingRequiredParameterException", "MissingParameter"),
        new("ResourceNotFound", Status: 404) { StatusWithoutQueryMode = 400, HasMessage = false },
        new("ResourceNotFoundException", Status: 404),
        new("ConcurrentModificationException", Status: 429),
        new("ConflictException", Status: 409),
        new("InternalServiceFault", "InternalServiceError", 500))
    {
        Internal = "InternalServiceFault",
    };
}
