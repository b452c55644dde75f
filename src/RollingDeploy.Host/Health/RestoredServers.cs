using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Health;

/// <summary>Pings the real servers of the worlds that were restored when the host started.</summary>
internal sealed class RestoredServers(Worlds worlds, HealthWatch health) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, session) in worlds.Begun)
        {
            await health.Ask(session);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
