using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>The virtual clock.</summary>
internal sealed record ClockState
{
    /// <summary>Up to when everything has been carried out.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How time passes.</summary>
    public required ClockMode Mode { get; init; }

    /// <summary>Virtual seconds in a real one; counts when the mode is <c>scaled</c>.</summary>
    public required double Speed { get; init; }

    /// <summary>Where leaps of the mode <c>skip</c> stop; absent for nowhere.</summary>
    public StopAt? StopAt { get; init; }

    /// <summary>Whether a leap has stopped there: time stands still until the next advance.</summary>
    public bool? IsStopped { get; init; }

    /// <summary>How much virtual time the clock has lost since it was last set, because the machine could not keep up.</summary>
    public required double BehindSeconds { get; init; }

    /// <summary>When the next journal entry will be, as far as is known now; absent when none is to come.</summary>
    public DateTimeOffset? NextEvent { get; init; }

    public static ClockState Of(WorldSession session)
    {
        // Reading is allowed to catch up, so the clock never shows less than what calls see.
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

/// <summary>A change of the clock; what is absent stays as it is.</summary>
internal sealed record ClockChange
{
    public ClockMode? Mode { get; init; }

    /// <summary>More than 0 and at most 1,000,000.</summary>
    [Range(0, VirtualClock.MaximumSpeed)]
    public double? Speed { get; init; }

    /// <summary>
    /// Where leaps of the mode <c>skip</c> stop: <c>baking</c> is the start of each bake that alarms watch; <c>none</c> clears
    /// it, and so does a mode without it.
    /// </summary>
    public StopAt? StopAt { get; init; }

    /// <summary>Not before the present: only a reset goes back.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>
    /// Carries it out; a caller that goes away stops it where it has come to, with the clock's other settings as they were.
    /// </summary>
    public async Task ApplyTo(WorldSession session, CancellationToken cancel)
    {
        if (Mode is { } mode && !Enum.IsDefined(mode))
        {
            throw ProblemException.Bad("mode", "The mode can be real, scaled, frozen or skip.");
        }

        if (StopAt is { } stopAt && !Enum.IsDefined(stopAt))
        {
            throw ProblemException.Bad("stopAt", "stopAt can be none or baking.");
        }

        if (StopAt is Core.Kernel.StopAt.Baking && (Mode ?? session.Clock.Mode) != ClockMode.Skip)
        {
            throw ProblemException.Bad("stopAt", "Only leaps stop at bakes: stopAt baking goes with the mode skip.");
        }

        if (Speed is { } speed && !(speed > 0 && speed <= VirtualClock.MaximumSpeed))
        {
            throw ProblemException.Bad("speed", $"The speed must be more than 0 and at most {VirtualClock.MaximumSpeed:0}.");
        }

        if (Now is { } now)
        {
            RequireAhead(session, "now", now);
        }

        await session.SetClock(
            clock => clock with
            {
                Mode = Mode ?? clock.Mode,
                Speed = Speed ?? clock.Speed,
                StopAt = StopAt ?? (Mode is null ? clock.StopAt : Core.Kernel.StopAt.None)
            },
            Now is null ? null : VirtualClock.Whole(Now.Value.ToUniversalTime()),
            cancel);
    }

    public static void RequireAhead(WorldSession session, string field, DateTimeOffset moment)
    {
        var present = session.Read(world => world.Now);
        if (moment < present)
        {
            throw ProblemException.Bad(field, $"{moment:O} is before the present, {present:O}. Only POST /_rollingdeploy/reset goes back in time.");
        }

        if (!VirtualClock.CanShow(moment))
        {
            throw ProblemException.Bad(field, "The clock goes no further than the year 9000.");
        }
    }
}
