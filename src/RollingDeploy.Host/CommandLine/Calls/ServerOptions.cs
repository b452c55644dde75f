using System.CommandLine;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine.Calls;

/// <summary>
/// The options that say which server a command is for, and which account and region of it. The environment variables are those of
/// the AWS CLI, in its order
/// (https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html and cli-configure-endpoints.html).
/// </summary>
internal sealed class ServerOptions
{
    private const string Standard = "http://localhost:4566";

    private static readonly string[] UrlVariables = ["AWS_ENDPOINT_URL_SAGEMAKER", "AWS_ENDPOINT_URL"];
    private static readonly string[] RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    private readonly Option<string> _url = new("--endpoint-url")
    {
        HelpName = "address",
        Description = $"The address of the server. The default is {UrlVariables[0]}, then {UrlVariables[1]}, then {Standard}.",
    };

    private readonly Option<string> _account = new("--account")
    {
        HelpName = "id",
        Description = "The account. The default is AWS_ACCESS_KEY_ID if it is twelve digits, otherwise that of the server.",
    };

    private readonly Option<string> _region = new("--region")
    {
        HelpName = "name",
        Description = $"The region. The default is {RegionVariables[0]}, then {RegionVariables[1]}, then us-east-1.",
    };

    /// <summary>Creates the options.</summary>
    /// <param name="hasRegion">Whether the command is about one region, and not about the account or the server as a whole.</param>
    /// <param name="hasAccount">Whether the command is about one account, and not about the server as a whole.</param>
    public ServerOptions(bool hasRegion, bool hasAccount = true) =>
        All = hasRegion ? [_url, _account, _region] : hasAccount ? [_url, _account] : [_url];

    /// <summary>The options, in the order in which the help text lists them.</summary>
    public IReadOnlyList<Option> All { get; }

    /// <summary>Reads the options and the environment variables.</summary>
    /// <exception cref="StartUpException">The address is not valid.</exception>
    public ServerAddress Read(ParseResult parsed)
    {
        var (name, text) = parsed.GetValue(_url) is { } given ? (_url.Name, given) : Variable(UrlVariables) ?? ("", Standard);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new StartUpException($"{name} is {text}; it must be an address such as {Standard}.");
        }

        return new(url, Account(parsed), Region(parsed));
    }

    private string? Region(ParseResult parsed) =>
        All.Contains(_region) ? parsed.GetValue(_region) ?? Variable(RegionVariables)?.Value : null;

    private string? Account(ParseResult parsed) =>
        !All.Contains(_account) ? null
        : parsed.GetValue(_account)
            ?? (Variable("AWS_ACCESS_KEY_ID")?.Value is { } key && PartitionNames.IsAccount(key) ? key : null);

    private static (string Name, string Value)? Variable(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                return (name, value);
            }
        }

        return null;
    }
}
