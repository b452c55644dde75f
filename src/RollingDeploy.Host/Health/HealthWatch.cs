using System.Collections.Concurrent;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Servers;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Servers;

namespace RollingDeploy.Host.Health;

/// <summary>
/// Pings the real servers that answer for models, without holding a lock, and reports the results to the worlds. It pings them
/// before a call that launches their instances and before virtual time is advanced, so that virtual time does not run ahead of
/// them. It also pings them every two seconds of real time, unless the clock is frozen.
/// </summary>
internal sealed partial class HealthWatch(Forwarder forwarder, TimeProvider time, ILogger<HealthWatch> logger)
    : BackgroundService, IServerPings
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<WorldSession, bool> _watched = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public async Task Ask(WorldSession session)
    {
        // All servers are pinged at the same time. A server that hangs takes two seconds, and the caller waits only for the
        // slowest.
        var used = session.World.Read(
            world => world.Regions.Select(each => (Region: each.Name, Servers: ForwardedServers.InUse(each))).ToList());
        await Task.WhenAll(used.Select(each => Ask(session, each.Region, each.Servers)));
    }

    /// <inheritdoc/>
    public async Task Ask(WorldSession session, string region, IReadOnlyCollection<Uri> servers)
    {
        foreach (var (server, isWell) in await Task.WhenAll(
            servers.Select(async server => (server, await forwarder.IsWell(server)))))
        {
            if (session.Read(region, each => each.Health.Of(server)) != isWell)
            {
                session.Apply(new ReportHealth(region, server, isWell));
                Log.Reported(logger, server, isWell ? "is healthy" : "did not answer GET /ping with 200");
            }

            _watched.TryAdd(session, true);
            _first.TrySetResult();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Waits until the first server is known. Most hosts have none.
            await _first.Task.WaitAsync(stoppingToken);
            while (true)
            {
                await Task.Delay(Interval, time, stoppingToken);
                await Task.WhenAll(_watched.Keys.Where(session => session.Clock.Mode != ClockMode.Frozen).Select(Look));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // This also happens if the host cannot start. Without the catch, the host would report this service as failed.
        }
    }

    private async Task Look(WorldSession session)
    {
        try
        {
            await Ask(session);
        }
        catch (Exception error)
        {
            // An error in one world must not stop the others.
            Log.Failed(logger, error, session.World.Account);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The server {Server} {HowItIs}")]
        public static partial void Reported(ILogger logger, Uri server, string howItIs);

        [LoggerMessage(2, LogLevel.Error, "The servers that account {Account} uses could not be pinged")]
        public static partial void Failed(ILogger logger, Exception error, string account);
    }
}
