using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>The state of the virtual clock.</summary>
internal sealed record ClockState
{
    /// <summary>The current virtual time. Everything that is due up to this time has been run.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How virtual time passes.</summary>
    public required ClockMode Mode { get; init; }

    /// <summary>The number of virtual seconds in a real second. It has an effect only in the mode <c>scaled</c>.</summary>
    public required double Speed { get; init; }

    /// <summary>Where leaps of the mode <c>skip</c> stop. It is absent if they do not stop.</summary>
    public StopAt? StopAt { get; init; }

    /// <summary>True if a leap has stopped there. Virtual time then stands still until the next advance.</summary>
    public bool? IsStopped { get; init; }

    /// <summary>
    /// The virtual seconds that the clock has lost since it was last set, because the machine could not keep up.
    /// </summary>
    public required double BehindSeconds { get; init; }

    /// <summary>
    /// The virtual time of the next journal entry, as far as it is known. It is absent if no entry is expected.
    /// </summary>
    public DateTimeOffset? NextEvent { get; init; }

    public static ClockState Of(WorldSession session)
    {
        // Read first runs everything that is due, so the clock never shows an earlier time than other calls do.
        var (now, next) = session.Read(world => (world.Now, world.NextEventAt));
        var clock = session.Clock;
        return new()
        {
            Now = now,
            Mode = clock.Mode,
            Speed = clock.Speed,
            StopAt = clock.StopAt == Core.Kernel.StopAt.None ? null : clock.StopAt,
            IsStopped = clock.IsStopped ? true : null,
            BehindSeconds = clock.Behind.TotalSeconds,
            NextEvent = next,
        };
    }
}

/// <summary>A change of the clock. A member that is absent keeps its value.</summary>
internal sealed record ClockChange
{
    public ClockMode? Mode { get; init; }

    /// <summary>The number of virtual seconds in a real second: more than 0 and at most 1,000,000.</summary>
    [Range(0, VirtualClock.MaximumSpeed)]
    public double? Speed { get; init; }

    /// <summary>
    /// Where leaps of the mode <c>skip</c> stop: <c>baking</c> stops at the start of each bake that has alarms. <c>none</c>
    /// removes the stop. A request that sets <c>mode</c> without <c>stopAt</c> removes it too.
    /// </summary>
    public StopAt? StopAt { get; init; }

    /// <summary>The virtual time to go to. It must not be before the current virtual time. Only a reset goes back.</summary>
    public DateTimeOffset? Now { get; init; }
}
