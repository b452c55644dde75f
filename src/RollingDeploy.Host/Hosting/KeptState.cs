using RollingDeploy.Host.Durability;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// Restores the worlds that are kept before the host serves requests, and keeps the time that they have reached when it stops.
/// </summary>
internal sealed class KeptState(Worlds worlds, CommandJournal journal) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        worlds.Restore();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, session) in worlds.Begun)
        {
            session.Read(world => world.Now);
            session.World.Reach();
        }

        await journal.Empty();
        await worlds.TakeSnapshots();
    }
}
