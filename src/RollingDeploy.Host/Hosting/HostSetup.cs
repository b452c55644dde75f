using Microsoft.Extensions.Configuration.Memory;
using RollingDeploy.Host.CommandLine;
using RollingDeploy.Host.Terminal;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// What the host is started with when nobody says otherwise. It is all here and in no file, so that the program behaves the same
/// wherever it is copied to and from wherever it is started.
/// </summary>
internal static class HostSetup
{
    // Without it a watcher goes through every folder below the content root at the start.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>What says more than a user of RollingDeploy wants to know: warnings only.</summary>
    public static readonly string[] NoisyCategories = ["Microsoft", "System.Net.Http"];

    /// <summary>
    /// A builder with these defaults below everything that is configured. Its content root is the folder of the program:
    /// an <c>appsettings.json</c> there is read, and one in the working directory belongs to somebody else.
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
        // A terminal that stands still must not make callers wait: lines are dropped, and the next one says how many.
        new("Logging:Console:QueueFullMode", "DropWrite"),
        new("Logging:Console:MaxQueueLength", "10000"),
    ];
}
