using RollingDeploy.Core;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control;

/// <summary>Changes and advances the clock of a session.</summary>
internal static class ClockActions
{
    /// <summary>
    /// Changes the clock. If <paramref name="cancel"/> is canceled, time stays where it is and the other settings are unchanged.
    /// </summary>
    public static async Task Change(WorldSession session, ClockChange change, CancellationToken cancel)
    {
        Check(session, change);
        await session.SetClock(
            clock => clock with
            {
                Mode = change.Mode ?? clock.Mode,
                Speed = change.Speed ?? clock.Speed,
                StopAt = change.StopAt ?? (change.Mode is null ? clock.StopAt : StopAt.None),
            },
            change.Now is { } now ? VirtualClock.Whole(now.ToUniversalTime()) : null,
            cancel);
    }

    /// <summary>
    /// Advances the world. If <paramref name="cancel"/> is canceled, the world stays at the time that it has reached.
    /// </summary>
    public static async Task<AdvanceResult> Advance(
        WorldSession session, string region, AdvanceRequest request, CancellationToken cancel)
    {
        RequireOne(request);
        RequirePresent(session, region, request.Until);
        if (request.To is { } moment)
        {
            RequireAhead(session, "to", moment);
        }

        var limit = Duration("limitSeconds", request.LimitSeconds ?? AdvanceRequest.DefaultLimitSeconds);
        var seconds = Duration("seconds", request.Seconds ?? 0);
        var advanced = await session.Advance(world => Aim(world, region, request, seconds, limit), cancel);
        var until = request.Until;
        var hasReached = until is not null ? session.World.Read(world => until.IsMet(world, region))
            : request.ToNextEvent is not true || advanced.HasStopped && advanced.Events > 0;
        if (!hasReached && until is not null && (request.Require ?? until.Require) is true)
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict, session.World.Read(world => until.Outcome(world, region)), "until");
        }

        return new AdvanceResult(advanced.Now, advanced.Events, hasReached);
    }

    private static void Check(WorldSession session, ClockChange change)
    {
        if (change.Mode is { } mode && !Enum.IsDefined(mode))
        {
            throw ProblemException.Bad("mode", "mode must be real, scaled, frozen or skip.");
        }

        if (change.StopAt is { } stopAt && !Enum.IsDefined(stopAt))
        {
            throw ProblemException.Bad("stopAt", "stopAt must be none or baking.");
        }

        if (change.StopAt is StopAt.Baking && (change.Mode ?? session.Clock.Mode) != ClockMode.Skip)
        {
            throw ProblemException.Bad("stopAt", "stopAt baking can only be used with the mode skip.");
        }

        if (change.Speed is { } speed && !(speed > 0 && speed <= VirtualClock.MaximumSpeed))
        {
            throw ProblemException.Bad("speed", $"speed must be more than 0 and at most {VirtualClock.MaximumSpeed:0}.");
        }

        if (change.Now is { } now)
        {
            RequireAhead(session, "now", now);
        }
    }

    private static Goal Aim(WorldView world, string region, AdvanceRequest request, TimeSpan seconds, TimeSpan limit)
    {
        var (now, events, hasMore) = (world.Now, world.Events, world.InTransition > 0 || world.NextEventAt is not null);
        var last = VirtualClock.Limit(now, limit);
        return request.ToNextEvent is true ? hasMore ? new(last, each => each.Events > events) : new(now)
            : request.Until is { } until ? new(last, each => until.IsOver(each, region))
            : request.To is { } to ? new(VirtualClock.Whole(to.ToUniversalTime()))
            : new(Ahead(now, seconds));
    }

    private static void RequirePresent(WorldSession session, string region, Until? until)
    {
        until?.Check();
        if (until is not null && session.Read(region, until.Present) is null)
        {
            throw until.Missing();
        }
    }

    private static void RequireAhead(WorldSession session, string field, DateTimeOffset moment)
    {
        var present = session.Read(world => world.Now);
        if (moment < present)
        {
            throw ProblemException.Bad(
                field,
                $"{UtcConverter.Text(moment)} is before the current virtual time, {UtcConverter.Text(present)}. "
                + "To go back in time, call POST /_rollingdeploy/reset.");
        }

        if (!VirtualClock.CanShow(moment))
        {
            throw ProblemException.Bad(field, "The clock cannot go beyond the year 9000.");
        }
    }

    private static DateTimeOffset Ahead(DateTimeOffset start, TimeSpan wait) => VirtualClock.Limit(start, wait) - start == wait
        ? start + wait
        : throw ProblemException.Bad("seconds", "The clock cannot go beyond the year 9000.");

    private static TimeSpan Duration(string field, double seconds) => seconds is >= 0 and <= AdvanceRequest.HundredYears
        ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000))
        : throw ProblemException.Bad(
            field, $"{field} must be from 0 to {AdvanceRequest.HundredYears:0} (a hundred years). Virtual time cannot go back.");

    private static void RequireOne(AdvanceRequest request)
    {
        var given = (request.Seconds is null ? 0 : 1) + (request.To is null ? 0 : 1)
            + (request.ToNextEvent is true ? 1 : 0) + (request.Until is null ? 0 : 1);
        if (given != 1)
        {
            throw ProblemException.Bad("seconds", "Specify exactly one of seconds, to, toNextEvent and until.");
        }

        if (request.Require is true && request.Until is null)
        {
            throw ProblemException.Bad("require", "require can only be used with until.");
        }
    }
}
