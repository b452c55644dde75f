using RollingDeploy.Core;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
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

    /// <summary>Until an endpoint or an inference component has a status, or any other stable one.</summary>
    public UntilStatus? Until { get; init; }

    /// <summary>How long <c>toNextEvent</c> and <c>until</c> go on at most: 28800 virtual seconds where it is absent.</summary>
    [Range(0, HundredYears)]
    public double? LimitSeconds { get; init; }

    /// <summary>Runs it; a caller that goes away stops it where it has come to.</summary>
    public AdvanceResult Run(WorldSession session, string region, CancellationToken cancel)
    {
        RequireOne();
        var stop = Until is null ? null : Stop(session, region, Until);
        if (To is { } moment)
        {
            ClockChange.RequireAhead(session, "to", moment);
        }

        var limit = Duration("limitSeconds", LimitSeconds ?? DefaultLimitSeconds);
        var seconds = Duration("seconds", Seconds ?? 0);
        return session.Advance(world =>
        {
            var (start, before) = world.Read(each => (each.Now, each.Events));
            var last = VirtualClock.Limit(start, limit);
            var reached = ToNextEvent is true ? Leap(world, last, before, cancel)
                : stop is not null ? RunUntil(world, last, stop, cancel)
                : !world.RunUntil(
                    To is null ? Ahead(start, seconds) : VirtualClock.Whole(To.Value.ToUniversalTime()), null, cancel);
            var (now, events) = world.Read(each => (each.Now, each.Events));
            return new AdvanceResult(now, events - before, reached && (stop is null || HasStatus(world, region)));
        });
    }

    private static bool Leap(World world, DateTimeOffset limit, long before, CancellationToken cancel) =>
        world.Read(each => each.InTransition > 0 || each.NextEventAt is not null) && RunUntil(world, limit, each => each.Events > before, cancel);

    // What is due at the instant of the stop is carried out too, so that the caller never sees half an instant.
    private static bool RunUntil(World world, DateTimeOffset limit, Func<World, bool> stop, CancellationToken cancel)
    {
        var stopped = world.RunUntil(limit, stop, cancel);
        world.RunUntil(world.Read(each => each.Now), null, CancellationToken.None);
        return stopped;
    }

    private static Func<World, bool> Stop(WorldSession session, string region, UntilStatus until)
    {
        if ((until.Endpoint is null) == (until.InferenceComponent is null))
        {
            throw ProblemException.Bad("until.endpoint", "Say which endpoint or which inferenceComponent to wait for.");
        }

        _ = until.Status ?? throw ProblemException.Bad("until.status", "Say which status to wait for, such as InService.");
        if (session.Read(region, each => until.Find(each)) is null)
        {
            throw ProblemException.NotFound($"There is no {until} in {region}.");
        }

        return world => Find(world, region, until) is not { IsInTransition: true } subject || until.IsMetBy(subject);
    }

    private bool HasStatus(World world, string region) =>
        world.Read(each => Find(each, region, Until!) is { } subject && Until!.IsMetBy(subject));

    private static Deployable? Find(World world, string region, UntilStatus until) =>
        world.Regions.FirstOrDefault(each => each.Name == region) is { } found ? until.Find(found) : null;

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
    }
}

/// <summary>What to wait for: an endpoint or an inference component, and its status.</summary>
internal sealed record UntilStatus
{
    public string? Endpoint { get; init; }

    public string? InferenceComponent { get; init; }

    /// <summary>An inference component's statuses are among an endpoint's.</summary>
    public EndpointStatus? Status { get; init; }

    public Deployable? Find(Region region) =>
        Endpoint is { } endpoint ? (region.Endpoints.TryGet(endpoint, out var found) ? found : null)
        : region.InferenceComponents.TryGet(InferenceComponent!, out var component) ? component : null;

    public bool IsMetBy(Deployable subject) => subject.StatusName == Status.ToString();

    public override string ToString() => Endpoint is null ? $"inference component {InferenceComponent}" : $"endpoint {Endpoint}";
}

/// <summary>How far it came.</summary>
/// <param name="Now">The present.</param>
/// <param name="Events">How many journal entries there were on the way.</param>
/// <param name="Reached">Whether it came as far as was asked.</param>
internal sealed record AdvanceResult(DateTimeOffset Now, long Events, bool Reached);
