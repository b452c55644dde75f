using RollingDeploy.Host.Sts.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Sts;

/// <summary>The STS operations. To add an operation, add a line.</summary>
internal static class StsService
{
    private static readonly StsJson Json = StsJson.Default;

    public static Service Create() => new()
    {
        Name = "STS",
        Description = "Says which account a call is for, and returns temporary credentials for the account of a role.",
        Route = "sts",
        SigningNames = ["sts"],
        Query = new QueryApi("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"),
        Errors = StsErrors.Table,
        Examples = StsExamples.All,
        Operations =
        [
            Operation.Of("GetCallerIdentity", Json.GetCallerIdentityRequest, Json.GetCallerIdentityResponse, Identity.Get),
            Operation.Of("AssumeRole", Json.AssumeRoleRequest, Json.AssumeRoleResponse, Sessions.AssumeRole),
            Operation.Of(
                "AssumeRoleWithWebIdentity",
                Json.AssumeRoleWithWebIdentityRequest,
                Json.AssumeRoleWithWebIdentityResponse,
                Sessions.AssumeRoleWithWebIdentity).Unsigned(),
            Operation.Of(
                "GetSessionToken", Json.GetSessionTokenRequest, Json.GetSessionTokenResponse, Sessions.GetSessionToken),
        ],
    };
}
