using RollingDeploy.Core;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Hosting;

/// <summary>What belongs to a world and begins anew with it.</summary>
/// <param name="World">The world.</param>
/// <param name="Clock">What drives it.</param>
/// <param name="Hints">What was refused with a hint.</param>
internal sealed record SessionState(World World, VirtualClock Clock, Hints Hints)
{
    /// <summary>How many bakes that alarms watch had begun when the clock was last anchored.</summary>
    public long BakesSeen { get; init; }

    /// <summary>Whether a leap is to stop where the world is: such a bake has begun since.</summary>
    public bool StopsAtBake(World world) => Clock.StopAt == StopAt.Baking && world.GuardedBakes > BakesSeen;
}
