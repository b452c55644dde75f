using RollingDeploy.Core.Faults;

namespace RollingDeploy.Core;

/// <summary>What can be read from a world without its lock: each value is that of the last turn.</summary>
/// <param name="Now">The virtual time.</param>
/// <param name="NextDue">When the next thing that waits is due; null if nothing waits.</param>
/// <param name="InTransition">The number of endpoints and inference components that are changing.</param>
/// <param name="HasCallFaults">Whether a fault may strike calls of the API, now or later.</param>
/// <param name="Scheduled">The number of entries in the schedule.</param>
public readonly record struct WorldGlance(
    DateTimeOffset Now, DateTimeOffset? NextDue, int InTransition, bool HasCallFaults, int Scheduled);

/// <summary>Keeps the values of <see cref="WorldGlance"/>. Each of them is read and written in one piece.</summary>
internal sealed class PublishedGlance
{
    // In ticks.
    private long _now;
    private long _nextDue = long.MaxValue;
    private int _inTransition;
    private bool _hasCallFaults;
    private int _scheduled;

    public WorldGlance Read() => new(
        new DateTimeOffset(Volatile.Read(ref _now), TimeSpan.Zero),
        Volatile.Read(ref _nextDue) is var due && due == long.MaxValue ? null : new DateTimeOffset(due, TimeSpan.Zero),
        Volatile.Read(ref _inTransition),
        Volatile.Read(ref _hasCallFaults),
        Volatile.Read(ref _scheduled));

    /// <summary>Takes the values of a world. The caller holds its lock.</summary>
    public void Write(World world, Dictionary<string, Region>.ValueCollection regions)
    {
        Volatile.Write(ref _now, world.Now.UtcTicks);
        Volatile.Write(ref _nextDue, world.NextDue?.UtcTicks ?? long.MaxValue);
        Volatile.Write(ref _inTransition, world.InTransition);
        Volatile.Write(ref _hasCallFaults, MayStrikeCalls(regions));
        Volatile.Write(ref _scheduled, world.Scheduled);
    }

    // The type of the parameter is known, so that nothing is allocated to enumerate it.
    private static bool MayStrikeCalls(Dictionary<string, Region>.ValueCollection regions)
    {
        foreach (var region in regions)
        {
            if (region.Faults.MayStrikeCalls)
            {
                return true;
            }
        }

        return false;
    }
}
