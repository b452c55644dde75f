using Microsoft.Extensions.Configuration.Json;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Hosting;

/// <summary>Resolves paths from the command line and the environment. They are relative to the working directory.</summary>
internal static class UserPaths
{
    private const string ContentRootKey = "contentRoot";

    /// <summary>
    /// Returns the folder of <c>appsettings.json</c>: the folder of the program, unless the user sets another one.
    /// </summary>
    /// <exception cref="StartUpException">The folder does not exist.</exception>
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
    /// Makes the paths of certificates absolute. ASP.NET resolves them against the content root, which is right only for paths in
    /// the <c>appsettings.json</c> of that folder.
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

    /// <summary>
    /// Returns the full path that a setting names; null if it is not set. In <c>appsettings.json</c>, it is relative to the
    /// folder of that file.
    /// </summary>
    public static string? Of(IConfiguration configuration, string key, string contentRoot) =>
        configuration[key] is not { Length: > 0 } path ? null
        : configuration is IConfigurationRoot root && IsFromFile(root, key) ? Path.GetFullPath(path, contentRoot)
        : Path.GetFullPath(path);

    private static bool IsPath(string key) =>
        key.EndsWith(":Path", StringComparison.OrdinalIgnoreCase) || key.EndsWith(":KeyPath", StringComparison.OrdinalIgnoreCase);

    private static bool IsFromFile(IConfigurationRoot configuration, string key) =>
        configuration.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) is JsonConfigurationProvider;
}
