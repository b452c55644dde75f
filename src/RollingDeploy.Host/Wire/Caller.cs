using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire;

/// <summary>Whose world a request speaks of, and which region of it.</summary>
internal sealed record Caller(string Account, string Region)
{
    /// <summary>The account where nothing names one, unless a setting says another.</summary>
    public const string StandardAccount = "000000000000";

    public const string DefaultRegion = "us-east-1";

    /// <summary>From the credential scope of a signature; the signature itself is never checked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="standard">The account where nothing names one.</param>
    public static Caller Signed(HttpRequest request, string standard)
    {
        return Scope(request)?.Split('/') switch
        {
            [var key, _, var region, _, "aws4_request"] => new(AccountOf(key, standard), RegionOr(region)),
            // SigV4A signs for a set of regions, so its scope has none.
            [var key, _, _, "aws4_request"] => new(AccountOf(key, standard), DefaultRegion),
            _ => new(standard, DefaultRegion),
        };
    }

    /// <summary>
    /// From <c>?account=&amp;region=</c>, each of which goes before what a signature says: a client signs for the account that it was
    /// made for, and a query is written for one call.
    /// </summary>
    /// <exception cref="AwsError">The query has what no account or region can be.</exception>
    public static Caller Named(HttpRequest request, string standard)
    {
        var signed = Signed(request, standard);
        return new(
            Given(request, "account", IsAccount, "an account ID of twelve digits") ?? signed.Account,
            Given(request, "region", PartitionNames.IsRegion, "a region such as us-east-1") ?? signed.Region);
    }

    /// <summary>The name that the request is signed with, such as <c>monitoring</c>; null when it is not signed.</summary>
    public static string? SigningName(HttpRequest request) => Scope(request)?.Split('/') switch
    {
        [_, _, .., var service, "aws4_request"] => service,
        _ => null,
    };

    /// <summary>Whether a text is an account's id: twelve ASCII digits.</summary>
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

    // Clients of emulators sign for regions that AWS does not have ("local"); only what could not be part of an ARN is replaced.
    private static string RegionOr(string region) => PartitionNames.IsWord(region) ? region : DefaultRegion;
}
