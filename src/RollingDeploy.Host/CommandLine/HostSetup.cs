using Microsoft.Extensions.Configuration.Memory;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Terminal;

namespace RollingDeploy.Host.CommandLine;

/// <summary>
/// The default configuration of the host. It is in code and not in a file, so that the program behaves in the same way in every
/// folder.
/// </summary>
internal static class HostSetup
{
    // Otherwise a file watcher reads every folder below the content root at start-up.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Log categories whose level is Warning by default, because they log too much.</summary>
    public static readonly string[] NoisyCategories = ["Microsoft", "System.Net.Http"];

    /// <summary>
    /// Creates a builder. All other configuration overrides these defaults. The content root is the folder of the program, so an
    /// <c>appsettings.json</c> in that folder is read, and one in the working directory is not.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(Launch launch)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [NoReload, .. launch.Arguments],
            ContentRootPath = UserPaths.ContentRoot(launch.Arguments),
        });
        IConfigurationBuilder configuration = builder.Configuration;
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults() });
        configuration.Add(launch.Options);
        UserPaths.Resolve(builder.Configuration);
        builder.UseAddresses(launch.Port);
        builder.Services.AddSingleton(launch);
        return builder;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Defaults() =>
    [
        new("Logging:LogLevel:Default", nameof(LogLevel.Information)),
        .. NoisyCategories.Select(category => KeyValuePair.Create($"Logging:LogLevel:{category}", (string?)nameof(LogLevel.Warning))),
        new("Logging:Console:FormatterName", LineFormatter.FormatterName),
        // Callers must not wait for a terminal that is stopped. Lines are dropped, and the next line says how many.
        new("Logging:Console:QueueFullMode", "DropWrite"),
        new("Logging:Console:MaxQueueLength", "10000"),
    ];
}
