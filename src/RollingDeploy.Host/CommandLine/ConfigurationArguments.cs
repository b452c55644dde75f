using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine;

/// <summary>
/// Reads the arguments that are settings of .NET's configuration: <c>--Section:Key=value</c>, <c>--Section:Key value</c>, and
/// settings of the host, such as <c>--urls</c>. .NET accepts any name and ignores unknown ones. Here a name must be a setting of
/// the host or must have a section.
/// </summary>
internal static class ConfigurationArguments
{
    // https://learn.microsoft.com/aspnet/core/fundamentals/host/web-host#host-configuration-values
    private static readonly string[] HostKeys =
    [
        "urls", "http_ports", "https_ports", "https_port", "environment", "contentRoot", "applicationName", "webroot", "AllowedHosts",
        "detailedErrors", "captureStartupErrors", "preferHostingUrls", "shutdownTimeoutSeconds", "suppressStatusMessages",
        "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup", "startupAssembly",
        "forwardedHeaders_enabled",
    ];

    /// <param name="tokens">The arguments that are not options of ours, in order.</param>
    /// <param name="options">The names of our options, for "Did you mean" hints.</param>
    /// <exception cref="StartUpException">An argument is not a setting, or has no value.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(IReadOnlyList<string> tokens, IEnumerable<string> options)
    {
        var read = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var (name, value) = Split(tokens[i]);
            if (value?.Length == 0 && tokens.Any(other => other.StartsWith($"{name}:", StringComparison.Ordinal)))
            {
                // WebApplicationFactory also passes the section of another argument, without a value.
                continue;
            }

            if (KeyOf(name) is not { } key)
            {
                throw Unknown(name, options);
            }

            // A value does not begin with --. .NET would take the next argument as the value, or ignore both.
            value ??= i + 1 < tokens.Count && !tokens[i + 1].StartsWith("--", StringComparison.Ordinal)
                ? tokens[++i]
                : throw new StartUpException($"{name} has no value. Write {name}=value.");
            read.Add(new(key, value));
        }

        return read;
    }

    private static (string Name, string? Value) Split(string token)
    {
        var end = token.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? (token, null) : (token[..end], token[(end + 1)..]);
    }

    private static string? KeyOf(string name)
    {
        var key = name.StartsWith("--", StringComparison.Ordinal) ? name[2..] : null;
        var isSetting = key?.Split(':') is [_, _, ..] parts && parts.All(part => part.Length > 0);
        return isSetting || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase) ? key : null;
    }

    private static StartUpException Unknown(string name, IEnumerable<string> options)
    {
        var isOption = name.StartsWith('-');
        var known = options.Concat(["--help", "--version"]).Concat(HostKeys.Select(key => $"--{key}"));
        var near = SettingTable.Meant(name, isOption ? known : known.Prepend(RollingDeployCommand.Serve));
        return new StartUpException($"There is no {(isOption ? "option" : "command")} {name}. " + near switch
        {
            null => "Run rollingdeploy --help to list the options.",
            RollingDeployCommand.Serve => $"Did you mean {near}?",
            _ => $"Did you mean --{near.TrimStart('-')}?",
        });
    }
}
