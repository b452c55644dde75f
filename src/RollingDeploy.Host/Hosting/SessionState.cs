using RollingDeploy.Core;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>The state of a session. A reset replaces all of it.</summary>
/// <param name="World">The world of the account.</param>
/// <param name="Clock">The virtual clock of the world.</param>
/// <param name="Hints">The hints about refused calls.</param>
internal sealed record SessionState(World World, VirtualClock Clock, Hints Hints)
{
    /// <summary>The number of bakes with alarms that had started when the clock was last anchored.</summary>
    public long BakesSeen { get; init; }

    /// <summary>
    /// Returns whether a leap must stop at the current time, because a bake with alarms has started since then.
    /// </summary>
    public bool StopsAtBake(WorldView world) => Clock.StopAt == StopAt.Baking && world.GuardedBakes > BakesSeen;
}
