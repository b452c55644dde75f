using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Wire;

/// <summary>The account and the region of a request.</summary>
internal sealed record Caller(string Account, string Region)
{
    /// <summary>
    /// Reads the account and region from the credential scope of the signature. The signature itself is not checked.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="standard">The account of a request that names none.</param>
    public static Caller Signed(RequestHead request, string standard)
    {
        return Scope(request)?.Split('/') switch
        {
            [var key, _, var region, _, "aws4_request"] => new(AccountOf(key, standard), RegionOr(region)),
            // A SigV4A signature is for a set of regions, so its scope has no region.
            [var key, _, _, "aws4_request"] => new(AccountOf(key, standard), PartitionNames.DefaultRegion),
            _ => new(standard, PartitionNames.DefaultRegion),
        };
    }

    /// <summary>
    /// Reads the account and region from <c>?account=&amp;region=</c>. Each of them overrides the signature, because a client
    /// always signs with the same account, and a query string is written for one call.
    /// </summary>
    /// <exception cref="AwsError">The account or the region in the query string is not valid.</exception>
    public static Caller Named(RequestHead request, string standard)
    {
        var signed = Signed(request, standard);
        return new(
            Given(request, "account", PartitionNames.IsAccount, "an account ID of twelve digits") ?? signed.Account,
            Given(request, "region", PartitionNames.IsRegion, "a region such as us-east-1") ?? signed.Region);
    }

    /// <summary>
    /// Returns the service name in the signature, such as <c>monitoring</c>; null if the request is not signed.
    /// </summary>
    public static string? SigningName(RequestHead request) => Scope(request)?.Split('/') switch
    {
        [_, _, .., var service, "aws4_request"] => service,
        _ => null,
    };

    /// <summary>Returns the ID of the access key of the signature; null if the request is not signed.</summary>
    public static string? AccessKey(RequestHead request) => Scope(request)?.Split('/') switch
    {
        [var key, .., "aws4_request"] => key,
        _ => null,
    };

    private static string? Given(RequestHead request, string parameter, Func<string, bool> fits, string expected) =>
        request.Query[parameter].FirstOrDefault() is not { } value ? null
        : fits(value) ? value
        : throw new AwsError("ValidationException", $"Value '{Excerpt.Of(value)}' of the query parameter '{parameter}' must be {expected}.")
        {
            Parameter = parameter,
        };

    private static string? Scope(RequestHead request) =>
        Credential(request.Headers.Authorization.ToString()) ?? request.Query["X-Amz-Credential"].FirstOrDefault();

    // AWS4-HMAC-SHA256 Credential=key/20300101/us-east-1/sagemaker/aws4_request, SignedHeaders=..., Signature=...
    private static string? Credential(string header)
    {
        const string Before = "Credential=";
        var blank = header.AsSpan().IndexOfAny(" \t");
        var start = blank < 0 ? -1 : header.IndexOf(Before, blank, StringComparison.Ordinal);
        if (start < 0 || !header.StartsWith("AWS4-", StringComparison.Ordinal))
        {
            return null;
        }

        var scope = header.AsSpan(start + Before.Length);
        var end = scope.IndexOfAny(", \t");
        return (end < 0 ? scope : scope[..end]).ToString();
    }

    private static string AccountOf(string accessKey, string standard) =>
        PartitionNames.IsAccount(accessKey) ? accessKey : TemporaryKey.AccountOf(accessKey) ?? standard;

    // Clients of emulators also sign for regions that AWS does not have ("local"). Only a text that cannot be in an ARN is
    // replaced.
    private static string RegionOr(string region) => PartitionNames.IsWord(region) ? region : PartitionNames.DefaultRegion;
}
