using RollingDeploy.Core.Events;

namespace RollingDeploy.Core;

/// <summary>What a caller can see of a whole world while it holds the lock of the world.</summary>
public readonly struct WorldView
{
    private readonly World _world;

    internal WorldView(World world) => _world = world;

    /// <summary>The virtual time. Everything that was due before this time has run.</summary>
    public DateTimeOffset Now => _world.Now;

    /// <summary>The events. They can be read without the lock too.</summary>
    public EventLog Log => _world.Log;

    /// <summary>The number of events (journal entries) so far.</summary>
    public long Events => _world.Events;

    /// <summary>The number of endpoints and inference components that are creating, updating, rolling back or deleting.</summary>
    public int InTransition => _world.InTransition;

    /// <summary>The number of bakes with alarms that have begun.</summary>
    public long GuardedBakes => _world.GuardedBakes;

    /// <summary>Whether a bake with alarms is running.</summary>
    public bool IsInGuardedBake => _world.IsInGuardedBake;

    /// <summary>Whether anything has run since the last command, so that the time is not recorded yet.</summary>
    public bool HasRunSinceCommand => _world.HasRunSinceCommand;

    /// <summary>When the next scheduled work is due; null if nothing is scheduled.</summary>
    public DateTimeOffset? NextDue => _world.NextDue;

    /// <summary>When the next event (journal entry) will happen, as far as it is known now; null if none is expected.</summary>
    public DateTimeOffset? NextEventAt => _world.NextEventAt;

    /// <summary>The regions that have been changed by a command, in the order of their first change.</summary>
    public IEnumerable<Region> Regions => _world.Regions;
}
