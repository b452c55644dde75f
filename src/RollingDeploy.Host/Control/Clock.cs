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

    /// <summary>When the next journal entry will be, as far as is known now; absent when none is to come.</summary>
    public DateTimeOffset? NextEvent { get; init; }

    public static ClockState Of(WorldSession session)
    {
        // Reading is allowed to catch up, so the clock never shows less than what calls see.
        var (now, next) = session.Read("", region => (region.World.Now, region.World.NextEventAt));
        return new() { Now = now, Mode = session.Clock.Mode, Speed = session.Clock.Speed, NextEvent = next };
    }
}

/// <summary>A change of the clock; what is absent stays as it is.</summary>
internal sealed record ClockChange
{
    public ClockMode? Mode { get; init; }

    /// <summary>More than 0 and at most 1,000,000.</summary>
    [Range(0, VirtualClock.MaximumSpeed)]
    public double? Speed { get; init; }

    /// <summary>Not before the present: only a reset goes back.</summary>
    public DateTimeOffset? Now { get; init; }

    public void ApplyTo(WorldSession session)
    {
        if (Mode is { } mode && !Enum.IsDefined(mode))
        {
            throw ProblemException.Bad("mode", "The mode can be real, scaled, frozen or skip.");
        }

        if (Speed is { } speed && !(speed > 0 && speed <= VirtualClock.MaximumSpeed))
        {
            throw ProblemException.Bad("speed", $"The speed must be more than 0 and at most {VirtualClock.MaximumSpeed:0}.");
        }

        if (Now is { } now)
        {
            RequireAhead(session, "now", now);
        }

        session.SetClock(Mode ?? session.Clock.Mode, Speed ?? session.Clock.Speed, Now is null ? null : VirtualClock.Whole(Now.Value.ToUniversalTime()));
    }

    public static void RequireAhead(WorldSession session, string field, DateTimeOffset moment)
    {
        var present = session.Read("", region => region.World.Now);
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
