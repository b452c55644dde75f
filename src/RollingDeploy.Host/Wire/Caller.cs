using System.Text.RegularExpressions;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Wire;

/// <summary>Whose world a request speaks of. <paramref name="SigningName"/> is null when it is not signed.</summary>
internal sealed partial record Caller(string Account, string Region, string? SigningName)
{
    private const string DefaultAccount = "000000000000";
    private const string DefaultRegion = "us-east-1";

    /// <summary>From the credential scope of a signature; the signature itself is never checked.</summary>
    public static Caller Signed(HttpRequest request)
    {
        var scope = Scope(request)?.Split('/');
        return scope switch
        {
            [var key, _, var region, var service, "aws4_request"] => new(AccountOf(key), RegionOr(region), service),
            // SigV4A signs for a set of regions, so its scope has none.
            [var key, _, var service, "aws4_request"] => new(AccountOf(key), DefaultRegion, service),
            _ => new(DefaultAccount, DefaultRegion, null),
        };
    }

    /// <summary>From <c>?account=&amp;region=</c>, for routes that are not signed.</summary>
    public static Caller Named(HttpRequest request)
    {
        var account = request.Query["account"].FirstOrDefault() ?? DefaultAccount;
        var region = request.Query["region"].FirstOrDefault() ?? DefaultRegion;
        if (!AccountId().IsMatch(account))
        {
            throw Odd("account", account, "an account id: twelve digits");
        }

        if (!RegionCode().IsMatch(region))
        {
            throw Odd("region", region, "a region such as us-east-1");
        }

        return new(account, region, null);
    }

    private static AwsFault Odd(string parameter, string value, string expected) =>
        new("ValidationException", $"Value '{value}' of the query parameter '{parameter}' must be {expected}.") { Parameter = parameter };

    private static string? Scope(HttpRequest request)
    {
        var header = SignatureCredential().Match(request.Headers.Authorization.ToString());
        return header.Success ? header.Groups[1].Value : request.Query["X-Amz-Credential"].FirstOrDefault();
    }

    private static string AccountOf(string accessKey) => AccountId().IsMatch(accessKey) ? accessKey : DefaultAccount;

    // Clients of emulators sign for regions that AWS does not have ("local"); only what could not be part of an ARN is replaced.
    private static string RegionOr(string region) => RegionWord().IsMatch(region) ? region : DefaultRegion;

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"^[a-z]{2,5}(-[a-z]+)+-[0-9]{1,2}\z")]
    private static partial Regex RegionCode();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,62}\z")]
    private static partial Regex RegionWord();

    [GeneratedRegex(@"^AWS4-[A-Z0-9-]+\s.*?Credential=([^,\s]+)", RegexOptions.Singleline)]
    private static partial Regex SignatureCredential();
}
