using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>A configuration source that has its own names for settings, such as the option <c>--clock</c>.</summary>
internal interface INamesSettings
{
    /// <summary>Returns the name that the user wrote for the setting <paramref name="key"/>.</summary>
    string NameOf(string key);
}

/// <summary>Names a setting as the user wrote it: as an option, as an environment variable, or as a name in a file.</summary>
internal sealed class SettingNames(IConfiguration configuration)
{
    private static readonly string[] HostPrefixes = ["ASPNETCORE_", "DOTNET_"];

    private readonly IConfigurationProvider[] _providers = [.. (configuration as IConfigurationRoot)?.Providers.Reverse() ?? []];

    public string Of(string key) => Like(key, key);

    /// <summary>
    /// Writes the name <paramref name="other"/> in the same form in which the user wrote <paramref name="key"/>.
    /// </summary>
    public string Like(string key, string other) => Array.Find(_providers, provider => Has(provider, key)) switch
    {
        INamesSettings named => named.NameOf(other),
        CommandLineConfigurationProvider => $"--{other}",
        _ when HostVariable(key) is { } variable => variable,
        EnvironmentVariablesConfigurationProvider => InEnvironment(other),
        _ => other,
    };

    /// <summary>Replaces the full name of a setting at the start of a sentence by the name that the user wrote.</summary>
    public string Spoken(string sentence)
    {
        var end = sentence.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? sentence : Of(sentence[..end]) + sentence[end..];
    }

    private static string InEnvironment(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    // Settings of the host have no section but a prefix in the environment: urls is ASPNETCORE_URLS.
    private static string? HostVariable(string key) => key.Contains(':', StringComparison.Ordinal) ? null : Array.Find(
        Array.ConvertAll(HostPrefixes, prefix => prefix + key.ToUpperInvariant()),
        variable => Environment.GetEnvironmentVariable(variable) is not null);

    private static bool Has(IConfigurationProvider provider, string key) =>
        provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any();
}
