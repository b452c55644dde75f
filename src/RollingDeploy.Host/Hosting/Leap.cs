using RollingDeploy.Core;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The leaps of a world in mode <see cref="ClockMode.Skip"/>: from event to event until nothing is in transition any more, a real
/// server's ping is awaited, or a bake begins at which the clock is to stop. Every call completes the leap before it is answered.
/// </summary>
internal sealed class Leap(WorldSession session, SimulationTime time)
{
    // Ten times as long as a deployment may take. One that is still going on then never ends, and must not run to the year 9000.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private volatile Task _running = Task.CompletedTask;

    /// <summary>Whether one is going on.</summary>
    public bool IsRunning => !_running.IsCompleted;

    /// <summary>Whether the world has to leap before it shows anything.</summary>
    public bool IsNeeded => session.State is { Clock: { Mode: ClockMode.Skip, IsStopped: false } } state
        && !session.IsBusy && state.World.Read(CanGoOn);

    /// <summary>Returns when no leap is needed any more. A caller that goes away leaves the leap to the others.</summary>
    public async ValueTask Complete(CancellationToken cancel)
    {
        while (IsNeeded)
        {
            await Begin().WaitAsync(cancel);
        }
    }

    /// <summary>
    /// Returns when the leap that is going on has given way to a clock command or reset: the session is busy already.
    /// </summary>
    public async Task GiveWay()
    {
        Task running;
        lock (_lock)
        {
            running = _running;
        }

        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static bool CanGoOn(World world) =>
        world.InTransition > 0 && world.NextDue is not null && !world.Regions.Any(ForwardedServers.AreAwaited);

    private Task Begin()
    {
        lock (_lock)
        {
            if (_running.IsCompleted && IsNeeded)
            {
                _running = Run(session.State);

                // Worked out when it is over, or it would not be asked for.
                _running.ContinueWith(_ => time.WakeUps.Expect(session), TaskScheduler.Default);
            }

            return _running;
        }
    }

    private async Task Run(SessionState state)
    {
        var limit = VirtualClock.Limit(state.World.Read(world => world.Now), Longest);
        var hasStopped = await time.Move(
            state.World,
            new Goal(limit, world => session.IsBusy || !CanGoOn(world) || state.StopsAtBake(world)),
            CancellationToken.None);

        // A bake that ended at its first look is no place to stop: what trips was in ALARM before.
        var stays = !hasStopped || state.World.Read(world => state.StopsAtBake(world) && world.IsInGuardedBake);
        session.Anchor(state.World, clock => clock with { IsStopped = stays });
    }
}
