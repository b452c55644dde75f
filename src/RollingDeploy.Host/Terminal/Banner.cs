using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.CommandLine;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Terminal;

/// <summary>What a user needs to know when the host has started: where it is, what time does, and what is kept.</summary>
internal sealed partial class Banner(
    IServer server, IOptions<RollingDeployOptions> options, Launch launch, ILoggerFactory loggers)
    : IHostedLifecycleService
{
    private static readonly string[] EveryInterface = ["[::]", "0.0.0.0", "*", "+"];

    /// <summary>The name of its event in the log.</summary>
    public const string Event = "Banner";

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        launch.HasStarted = true;
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Log.Started(
            loggers.CreateLogger("RollingDeploy"),
            HealthRoutes.Version,
            string.Join(' ', addresses),
            PageOf(addresses.FirstOrDefault(address => !address.Contains("//unix:", StringComparison.Ordinal)) ?? ""),
            Clock(options.Value.Clock));
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Swagger UI at an address: one that means every interface is no place to go to.</summary>
    internal static string PageOf(string address)
    {
        var reachable = EveryInterface.Aggregate(address, (url, every) => url.Replace($"//{every}", "//localhost", StringComparison.Ordinal));
        return $"{reachable.TrimEnd('/')}/swagger";
    }

    private static string Clock(ClockOptions clock)
    {
        var start = clock.StartTime is { } time ? string.Create(CultureInfo.InvariantCulture, $", starts at {time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}") : "";
        return clock.Mode switch
        {
            ClockMode.Real => $"real{start}",
            ClockMode.Scaled => string.Create(CultureInfo.InvariantCulture, $"scaled, {clock.Speed} seconds in a second{start}"),
            ClockMode.Frozen => $"frozen{start}; POST /_rollingdeploy/clock/advance moves it",
            ClockMode.Skip => $"skip{start}; leaps to the end of whatever is going on",
        };
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "RollingDeploy {Version}\nNow listening on: {Addresses}\nSwagger UI:       {SwaggerUi}\nClock:            {Clock}\n"
                + "State is in memory only: it is gone when the program ends. Press Ctrl+C to stop.",
            EventName = Event)]
        public static partial void Started(ILogger logger, string version, string addresses, string swaggerUi, string clock);
    }
}
