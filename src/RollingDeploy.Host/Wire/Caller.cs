using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire;

/// <summary>The account and the region of a request.</summary>
internal sealed record Caller(string Account, string Region)
{
    /// <summary>The account of requests that name none, unless a setting changes it.</summary>
    public const string StandardAccount = "000000000000";

    public const string DefaultRegion = "us-east-1";

    /// <summary>
    /// Reads the account and region from the credential scope of the signature. The signature itself is not checked.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="standard">The account of a request that names none.</param>
    public static Caller Signed(HttpRequest request, string standard)
    {
        return Scope(request)?.Split('/') switch
        {
            [var key, _, var region, _, "aws4_request"] => new(AccountOf(key, standard), RegionOr(region)),
            // A SigV4A signature is for a set of regions, so its scope has no region.
            [var key, _, _, "aws4_request"] => new(AccountOf(key, standard), DefaultRegion),
            _ => new(standard, DefaultRegion),
        };
    }

    /// <summary>
    /// Reads the account and region from <c>?account=&amp;region=</c>. Each of them overrides the signature, because a client
    /// always signs with the same account, and a query string is written for one call.
    /// </summary>
    /// <exception cref="AwsError">The account or the region in the query string is not valid.</exception>
    public static Caller Named(HttpRequest request, string standard)
    {
        var signed = Signed(request, standard);
        return new(
            Given(request, "account", IsAccount, "an account ID of twelve digits") ?? signed.Account,
            Given(request, "region", PartitionNames.IsRegion, "a region such as us-east-1") ?? signed.Region);
    }

    /// <summary>
    /// Returns the service name in the signature, such as <c>monitoring</c>; null if the request is not signed.
    /// </summary>
    public static string? SigningName(HttpRequest request) => Scope(request)?.Split('/') switch
    {
        [_, _, .., var service, "aws4_request"] => service,
        _ => null,
    };

    /// <summary>Returns whether a text is an account ID: twelve ASCII digits.</summary>
    public static bool IsAccount(string text) => PartitionNames.IsAccount(text);

    private static string? Given(HttpRequest request, string parameter, Func<string, bool> fits, string expected) =>
        request.Query[parameter].FirstOrDefault() is not { } value ? null
        : fits(value) ? value
        : throw new AwsError("ValidationException", $"Value '{Excerpt.Of(value)}' of the query parameter '{parameter}' must be {expected}.")
        {
            Parameter = parameter,
        };

    private static string? Scope(HttpRequest request) =>
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

    private static string AccountOf(string accessKey, string standard) => IsAccount(accessKey) ? accessKey : standard;

    // Clients of emulators also sign for regions that AWS does not have ("local"). Only a text that cannot be in an ARN is
    // replaced.
    private static string RegionOr(string region) => PartitionNames.IsWord(region) ? region : DefaultRegion;
}
