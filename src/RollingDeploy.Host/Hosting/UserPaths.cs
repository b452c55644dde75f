using Microsoft.Extensions.Configuration.Json;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Hosting;

/// <summary>Paths that a user gives, on the command line or in the environment, are relative to the working directory.</summary>
internal static class UserPaths
{
    private const string ContentRootKey = "contentRoot";

    /// <summary>Where <c>appsettings.json</c> is looked for: the folder of the program, unless the user names another.</summary>
    /// <exception cref="StartUpException">There is no such folder.</exception>
    public static string ContentRoot(IEnumerable<string> arguments)
    {
        var given = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine([.. arguments]).Build();
        if (given[ContentRootKey] is not { Length: > 0 } path)
        {
            return AppContext.BaseDirectory;
        }

        var full = Path.GetFullPath(path);
        return Directory.Exists(full)
            ? full
            : throw new StartUpException($"{new SettingNames(given).Of(ContentRootKey)} is {path}; there is no folder {full}.");
    }

    /// <summary>
    /// Makes the paths of certificates absolute. ASP.NET would look for them in the content root, which is right only for those
    /// that a file there names.
    /// </summary>
    public static void Resolve(ConfigurationManager configuration)
    {
        var paths = configuration.GetSection("Kestrel").AsEnumerable()
            .Where(each => each.Value is { Length: > 0 } && IsPath(each.Key) && !IsFromFile(configuration, each.Key))
            .ToList();
        foreach (var (key, path) in paths)
        {
            configuration[key] = Path.GetFullPath(path!);
        }
    }

    private static bool IsPath(string key) =>
        key.EndsWith(":Path", StringComparison.OrdinalIgnoreCase) || key.EndsWith(":KeyPath", StringComparison.OrdinalIgnoreCase);

    private static bool IsFromFile(IConfigurationRoot configuration, string key) =>
        configuration.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) is JsonConfigurationProvider;
}
