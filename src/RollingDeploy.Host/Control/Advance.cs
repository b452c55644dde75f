using RollingDeploy.Core;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>
/// How far to advance virtual time. Specify exactly one of <c>seconds</c>, <c>to</c>, <c>toNextEvent</c> and <c>until</c>.
/// </summary>
internal sealed record AdvanceRequest
{
    private const double DefaultLimitSeconds = 28_800;
    private const double HundredYears = 3_155_760_000;

    /// <summary>Advances by this number of virtual seconds.</summary>
    [Range(0, HundredYears)]
    public double? Seconds { get; init; }

    /// <summary>Advances to this virtual time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>
    /// If true, advances to the next journal entry. Everything else that is due at the same time is run as well.
    /// </summary>
    public bool? ToNextEvent { get; init; }

    /// <summary>
    /// Advances until an endpoint or an inference component has the given status or another stable status, or until an alarm has
    /// the given state.
    /// </summary>
    public Until? Until { get; init; }

    /// <summary>
    /// If true and <c>until</c> ends in another status, the answer is 409 with the actual status and its reason. The default is
    /// false.
    /// </summary>
    public bool? Require { get; init; }

    /// <summary>The most virtual seconds that <c>toNextEvent</c> and <c>until</c> advance. The default is 28800.</summary>
    [Range(0, HundredYears)]
    public double? LimitSeconds { get; init; }

    /// <summary>
    /// Advances the world. If <paramref name="cancel"/> is canceled, the world stays at the time that it has reached.
    /// </summary>
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
        : throw ProblemException.Bad("seconds", "The clock cannot go beyond the year 9000.");

    private static TimeSpan Duration(string field, double seconds) => seconds is >= 0 and <= HundredYears
        ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000))
        : throw ProblemException.Bad(field, $"{field} must be from 0 to {HundredYears:0} (a hundred years). Virtual time cannot go back.");

    private void RequireOne()
    {
        var given = (Seconds is null ? 0 : 1) + (To is null ? 0 : 1) + (ToNextEvent is true ? 1 : 0) + (Until is null ? 0 : 1);
        if (given != 1)
        {
            throw ProblemException.Bad("seconds", "Specify exactly one of seconds, to, toNextEvent and until.");
        }

        if (Require is true && Until is null)
        {
            throw ProblemException.Bad("require", "require can only be used with until.");
        }
    }
}

/// <summary>The result of advancing virtual time.</summary>
/// <param name="Now">The virtual time that was reached.</param>
/// <param name="Events">The number of journal entries that were written on the way.</param>
/// <param name="Reached">Whether the requested time, event, status or state was reached.</param>
internal sealed record AdvanceResult(DateTimeOffset Now, long Events, bool Reached);
