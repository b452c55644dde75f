using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Sts;

/// <summary>
/// Makes the errors of STS. The texts are AWS's: those of ARNs, sessions and tags were recorded by LocalStack
/// (test_sts.snapshot.json), the others are in public reports, which are named with them.
/// </summary>
internal static class StsErrors
{
    public static ErrorTable Table { get; } = new(
        null,
        new("MalformedPolicyDocumentException", "MalformedPolicyDocument"),
        new("PackedPolicyTooLargeException", "PackedPolicyTooLarge"),
        new("InvalidIdentityTokenException", "InvalidIdentityToken"),
        new("ExpiredTokenException"),
        new("ExpiredToken", Status: 403))
    {
        // The query protocol has two errors: this one is for credentials, and ExpiredTokenException is for web identity tokens.
        Expired = "ExpiredToken",
    };

    public static AwsError InvalidArn(string arn) => SageMakerErrors.Validation($"{arn} is invalid");

    /// <summary>physera/onelogin-aws-cli #12.</summary>
    public static AwsError InvalidRequestArn() => SageMakerErrors.Validation("Request ARN is invalid");

    /// <summary>
    /// 99designs/aws-vault #668: an ARN that is not the ARN of a role is refused as one that may not be assumed.
    /// </summary>
    public static AwsError NotAuthorized(string user, string arn) =>
        new("AccessDeniedException", $"User: {user} is not authorized to perform: sts:AssumeRole on resource: {arn}");

    public static AwsError NotAuthorizedWithWebIdentity() =>
        new("AccessDeniedException", "Not authorized to perform sts:AssumeRoleWithWebIdentity");

    /// <summary>mmmorris1975/aws-runas #11.</summary>
    public static AwsError ChainedTooLong() => SageMakerErrors.Validation(
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");

    /// <summary>aws/aws-sdk-php #1876.</summary>
    public static AwsError SessionOfSession() => new("AccessDeniedException", "Cannot call GetSessionToken with session credentials");

    /// <summary>y13i/sgviz #9 and WhoopInc/vagrant-s3auth #36.</summary>
    public static AwsError HalfOfMfa() => new(
        "AccessDeniedException", "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");

    public static AwsError TransitiveKeyWithoutTag() =>
        new("InvalidParameterValue", "The specified transitive tag key must be included in the requested tags.");

    public static AwsError DuplicateTags() =>
        new("InvalidParameterValue", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");

    public static AwsError InheritedTag() => new(
        "InvalidParameterValue",
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.");

    public static AwsError PolicyIsNoJson() => new("MalformedPolicyDocumentException", "This policy contains invalid Json");

    public static AwsError PolicySyntax() => new("MalformedPolicyDocumentException", "Syntax errors in policy.");

    public static AwsError PolicyTooLarge(int percent) => new(
        "PackedPolicyTooLargeException", $"Packed policy consumes {percent}% of allotted space, please use smaller policy.");

    public static AwsError NotAJwt() => new(
        "InvalidIdentityTokenException", "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");

    /// <summary>awslabs/aws-orbit-workbench #771, without a blank before the second number.</summary>
    public static AwsError TokenExpired(long now, long expiration) => new(
        "ExpiredTokenException", $"Token expired: current date/time {now} must be before the expiration date/time{expiration}");
}
