using RollingDeploy.Core;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The leaps of a world in the mode <see cref="ClockMode.Skip"/>. A leap runs event after event until nothing is in transition,
/// until the ping of a real server is awaited, or until a bake starts at which the clock must stop. Every call completes the leap
/// before it runs.
/// </summary>
internal sealed class Leap(WorldSession session, SimulationTime time)
{
    // At least ten times the longest deployment. Without a limit, a deployment that never ends would run to the year 9000.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private volatile Task _running = Task.CompletedTask;

    /// <summary>Whether a leap is running.</summary>
    public bool IsRunning => !_running.IsCompleted;

    /// <summary>Whether the world must leap before a call can run.</summary>
    public bool IsNeeded => session.State is { Clock: { Mode: ClockMode.Skip, IsStopped: false } } state
        && !session.IsBusy && session.CanMove() && state.World.Glance.InTransition > 0 && state.World.Read(CanGoOn);

    /// <summary>
    /// Leaps until no leap is needed. If <paramref name="cancel"/> is canceled, the leap continues for other callers.
    /// </summary>
    public async ValueTask Complete(CancellationToken cancel)
    {
        while (IsNeeded)
        {
            await Begin().WaitAsync(cancel);
        }
    }

    /// <summary>
    /// Waits until the running leap has stopped for a clock command or a reset. The session must already be busy.
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

    private static bool CanGoOn(WorldView world) =>
        world.InTransition > 0 && world.NextDue is not null && !world.Regions.Any(ForwardedServers.AreAwaited);

    private Task Begin()
    {
        lock (_lock)
        {
            if (_running.IsCompleted && IsNeeded)
            {
                _running = Run(session.State);

                // The next wake-up is computed after the leap, because there is none during a leap.
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
            new Goal(limit, world => session.IsBusy || !session.CanMove() || !CanGoOn(world) || state.StopsAtBake(world)),
            CancellationToken.None);

        state.World.Reach();

        // Do not stop at a bake that ended with its first check, because its alarm was already in ALARM.
        var stays = !hasStopped || state.World.Read(world => state.StopsAtBake(world) && world.IsInGuardedBake);
        session.Anchor(state.World, clock => clock with { IsStopped = stays });
    }
}
