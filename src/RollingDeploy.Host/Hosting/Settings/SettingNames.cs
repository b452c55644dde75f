using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>Settings that came from somewhere with names of its own, such as the option <c>--clock</c>.</summary>
internal interface INamesSettings
{
    /// <summary>What the user wrote for <paramref name="key"/>.</summary>
    string NameOf(string key);
}

/// <summary>Calls a setting what its user called it: an option, a variable of the environment, or a name in a file.</summary>
internal sealed class SettingNames(IConfiguration configuration)
{
    private static readonly string[] HostPrefixes = ["ASPNETCORE_", "DOTNET_"];

    private readonly IConfigurationProvider[] _providers = [.. (configuration as IConfigurationRoot)?.Providers.Reverse() ?? []];

    public string Of(string key) => Like(key, key);

    /// <summary>Writes <paramref name="other"/> the way in which <paramref name="key"/> was written.</summary>
    public string Like(string key, string other) => Array.Find(_providers, provider => Has(provider, key)) switch
    {
        INamesSettings named => named.NameOf(other),
        CommandLineConfigurationProvider => $"--{other}",
        _ when HostVariable(key) is { } variable => variable,
        EnvironmentVariablesConfigurationProvider => InEnvironment(other),
        _ => other,
    };

    /// <summary>A sentence that begins with a setting's whole name, with the name that the user knows in its place.</summary>
    public string Spoken(string sentence)
    {
        var end = sentence.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? sentence : Of(sentence[..end]) + sentence[end..];
    }

    private static string InEnvironment(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    // The host's own settings have no section, and a prefix in the environment: urls is ASPNETCORE_URLS.
    private static string? HostVariable(string key) => key.Contains(':', StringComparison.Ordinal) ? null : Array.Find(
        Array.ConvertAll(HostPrefixes, prefix => prefix + key.ToUpperInvariant()),
        variable => Environment.GetEnvironmentVariable(variable) is not null);

    private static bool Has(IConfigurationProvider provider, string key) =>
        provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any();
}
