using RollingDeploy.Core;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>How far to advance: exactly one of <c>seconds</c>, <c>to</c>, <c>toNextEvent</c> and <c>until</c>.</summary>
internal sealed record AdvanceRequest
{
    private const double DefaultLimitSeconds = 28_800;
    private const double HundredYears = 3_155_760_000;

    /// <summary>So many virtual seconds.</summary>
    [Range(0, HundredYears)]
    public double? Seconds { get; init; }

    /// <summary>To this moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>To the next journal entry, and everything else of its instant.</summary>
    public bool? ToNextEvent { get; init; }

    /// <summary>
    /// Until an endpoint or an inference component has a status, or any other stable one; or until an alarm has a state.
    /// </summary>
    public Until? Until { get; init; }

    /// <summary>
    /// Whether <c>until</c> that comes to anything else is answered with 409, which says what came instead and why.
    /// </summary>
    public bool? Require { get; init; }

    /// <summary>How long <c>toNextEvent</c> and <c>until</c> go on at most: 28800 virtual seconds where it is absent.</summary>
    [Range(0, HundredYears)]
    public double? LimitSeconds { get; init; }

    /// <summary>Runs it; a caller that goes away stops it where it has come to.</summary>
    public async Task<AdvanceResult> Run(WorldSession session, string region, CancellationToken cancel)
    {
        RequireOne();
        Until?.Check(session, region);
        if (To is { } moment)
        {
            ClockChange.RequireAhead(session, "to", moment);
        }

        var limit = Duration("limitSeconds", LimitSeconds ?? DefaultLimitSeconds);
        var seconds = Duration("seconds", Seconds ?? 0);
        var advanced = await session.Advance(world => Aim(world, region, seconds, limit), cancel);
        var hasReached = Until is not null ? session.World.Read(world => Until.IsMet(world, region))
            : ToNextEvent is not true || advanced.HasStopped && advanced.Events > 0;
        if (!hasReached && Until is not null && (Require ?? Until.Require) is true)
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict, session.World.Read(world => Until.Outcome(world, region)), "until");
        }

        return new AdvanceResult(advanced.Now, advanced.Events, hasReached);
    }

    private Goal Aim(World world, string region, TimeSpan seconds, TimeSpan limit)
    {
        var (now, events, hasMore) =
            world.Read(each => (each.Now, each.Events, each.InTransition > 0 || each.NextEventAt is not null));
        var last = VirtualClock.Limit(now, limit);
        return ToNextEvent is true ? hasMore ? new(last, each => each.Events > events) : new(now)
            : Until is not null ? new(last, each => Until.IsOver(each, region))
            : To is not null ? new(VirtualClock.Whole(To.Value.ToUniversalTime()))
            : new(Ahead(now, seconds));
    }

    private static DateTimeOffset Ahead(DateTimeOffset start, TimeSpan wait) => VirtualClock.Limit(start, wait) - start == wait
        ? start + wait
        : throw ProblemException.Bad("seconds", "The clock goes no further than the year 9000.");

    private static TimeSpan Duration(string field, double seconds) => seconds is >= 0 and <= HundredYears
        ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000))
        : throw ProblemException.Bad(field, $"{field} must be from 0 to {HundredYears:0} (a hundred years); time only goes forward.");

    private void RequireOne()
    {
        var given = (Seconds is null ? 0 : 1) + (To is null ? 0 : 1) + (ToNextEvent is true ? 1 : 0) + (Until is null ? 0 : 1);
        if (given != 1)
        {
            throw ProblemException.Bad("seconds", "Give exactly one of seconds, to, toNextEvent and until.");
        }

        if (Require is true && Until is null)
        {
            throw ProblemException.Bad("require", "require goes with until: seconds, to and toNextEvent have nothing to require.");
        }
    }
}

/// <summary>How far it came.</summary>
/// <param name="Now">The present.</param>
/// <param name="Events">How many journal entries there were on the way.</param>
/// <param name="Reached">Whether it came as far as was asked.</param>
internal sealed record AdvanceResult(DateTimeOffset Now, long Events, bool Reached);
