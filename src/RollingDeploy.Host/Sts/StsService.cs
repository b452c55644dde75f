using System.Text.Json.Serialization;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Sts;

/// <summary>STS, with the operation that clients call to find out their account ID.</summary>
internal static class StsService
{
    public static Service Create() => new()
    {
        Name = "STS",
        Description = "Says which account a call is for.",
        Route = "sts",
        SigningNames = ["sts"],
        Query = new QueryApi("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"),
        Operations =
        [
            Operation.Of(
                "GetCallerIdentity", StsJson.Default.GetCallerIdentityRequest, StsJson.Default.GetCallerIdentityResponse, GetCallerIdentity),
        ],
    };

    private static GetCallerIdentityResponse GetCallerIdentity(GetCallerIdentityRequest input, Call call) => new()
    {
        UserId = call.Account,
        Account = call.Account,
        Arn = $"arn:aws:iam::{call.Account}:root",
    };
}

/// <summary>Returns the account and the user of the credentials.</summary>
internal sealed record GetCallerIdentityRequest;

/// <summary>The owner of the credentials: the root user of the account of the access key.</summary>
internal sealed record GetCallerIdentityResponse
{
    public string? UserId { get; init; }

    public string? Account { get; init; }

    public string? Arn { get; init; }
}

[JsonSerializable(typeof(GetCallerIdentityRequest))]
[JsonSerializable(typeof(GetCallerIdentityResponse))]
internal sealed partial class StsJson : JsonSerializerContext;
