using System.Collections.Concurrent;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Servers;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Runtime;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Health;

/// <summary>
/// Asks the real servers that answer for models how they are, outside of every lock, and tells the worlds: before a call that
/// launches their instances and before time is moved, so that no leap of virtual time runs ahead of them, and every few seconds
/// of real time where the clock moves by itself.
/// </summary>
internal sealed partial class HealthWatch(Forwarder forwarder, TimeProvider time, ILogger<HealthWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<WorldSession, bool> _watched = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Asks those that a call may launch instances of.</summary>
    public Task Ask(object input, Call call)
    {
        var servers = call.Read(region => ServersOfCall.Read(input, region, call.Worlds.Settings.ForwardTargets));
        return servers.Count == 0 ? Task.CompletedTask : Ask(call.Worlds.ForWriting(call.Account), call.Region, servers);
    }

    /// <summary>Asks those that everything in a world uses.</summary>
    public async Task Ask(WorldSession session)
    {
        // All at once: a server that hangs takes two seconds, and a caller waits for the slowest and not for the sum.
        var used = session.World.Read(
            world => world.Regions.Select(each => (Region: each.Name, Servers: ForwardedServers.InUse(each))).ToList());
        await Task.WhenAll(used.Select(each => Ask(session, each.Region, each.Servers)));
    }

    /// <summary>Asks these.</summary>
    public async Task Ask(WorldSession session, string region, IReadOnlyCollection<Uri> servers)
    {
        foreach (var (server, isWell) in await Task.WhenAll(
            servers.Select(async server => (server, await forwarder.IsWell(server)))))
        {
            if (session.Read(region, each => each.Health.Of(server)) != isWell)
            {
                session.Apply(new ReportHealth(region, server, isWell));
                Log.Reported(logger, server, isWell ? "is well" : "did not answer GET /ping with 200");
            }

            _watched.TryAdd(session, true);
            _first.TrySetResult();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Nearly no host has a server to ask.
            await _first.Task.WaitAsync(stoppingToken);
            while (true)
            {
                await Task.Delay(Interval, time, stoppingToken);
                await Task.WhenAll(_watched.Keys.Where(session => session.Clock.Mode != ClockMode.Frozen).Select(Look));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Also where the host could not start: it would take that for a failure of this service.
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
            // Nothing that one world does may stop the others.
            Log.Failed(logger, error, session.World.Account);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The server {Server} {HowItIs}")]
        public static partial void Reported(ILogger logger, Uri server, string howItIs);

        [LoggerMessage(2, LogLevel.Error, "The servers that the world of account {Account} uses could not be asked")]
        public static partial void Failed(ILogger logger, Exception error, string account);
    }
}
