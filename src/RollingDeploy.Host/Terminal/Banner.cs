using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Terminal;

/// <summary>Prints at start-up where the host listens, how virtual time passes, and where the state is kept.</summary>
internal sealed partial class Banner(
    IServer server, IOptions<RollingDeployOptions> options, Launch launch, ILoggerFactory loggers)
    : IHostedLifecycleService
{
    private static readonly string[] EveryInterface = ["[::]", "0.0.0.0", "*", "+"];

    /// <summary>The name of the log event.</summary>
    public const string Event = "Banner";

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        launch.HasStarted = true;
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Log.Started(
            loggers.CreateLogger("RollingDeploy"),
            ProductVersion.Text,
            string.Join(' ', addresses),
            PageOf(addresses.FirstOrDefault(address => !address.Contains("//unix:", StringComparison.Ordinal)) ?? ""),
            Clock(options.Value.Clock),
            State(options.Value.StatePath));
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The URL of Swagger UI. An address that means every network interface is replaced by localhost.</summary>
    internal static string PageOf(string address)
    {
        var reachable = EveryInterface.Aggregate(address, (url, every) => url.Replace($"//{every}", "//localhost", StringComparison.Ordinal));
        return $"{reachable.TrimEnd('/')}/swagger";
    }

    private static string State(string? path) => string.IsNullOrEmpty(path)
        ? "State is kept in memory only and is lost when the program stops."
        : $"State is kept in {path}.";

    private static string Clock(ClockOptions clock)
    {
        var start = clock.StartTime is { } time ? string.Create(CultureInfo.InvariantCulture, $", starts at {time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}") : "";
        return clock.Mode switch
        {
            ClockMode.Real => $"real{start}",
            ClockMode.Scaled =>
                string.Create(CultureInfo.InvariantCulture, $"scaled, {clock.Speed} virtual seconds per real second{start}"),
            ClockMode.Frozen => $"frozen{start}; advance it with POST /_rollingdeploy/clock/advance",
            ClockMode.Skip => $"skip{start}; every wait is skipped",
        };
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "RollingDeploy {Version}\nNow listening on: {Addresses}\nSwagger UI:       {SwaggerUi}\nClock:            {Clock}\n"
                + "{State} Press Ctrl+C to stop.",
            EventName = Event)]
        public static partial void Started(
            ILogger logger, string version, string addresses, string swaggerUi, string clock, string state);
    }
}
