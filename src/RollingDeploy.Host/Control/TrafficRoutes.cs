using Microsoft.AspNetCore.Http.HttpResults;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>The synthetic traffic of an endpoint.</summary>
internal sealed record Traffic
{
    private const double Most = 1_000_000;
    private const double LongestRamp = 31_536_000;

    /// <summary>The full rate of the traffic, in requests per virtual second. 0 means no traffic.</summary>
    [Required, Range(0, Most)]
    public double? RequestsPerSecond { get; init; }

    /// <summary>How the rate changes over time. The default is <c>constant</c>.</summary>
    public TrafficShape? Pattern { get; init; }

    /// <summary>The virtual seconds that the pattern <c>ramp</c> takes to reach the full rate. The default is 600.</summary>
    [Range(1, LongestRamp)]
    public double? RampSeconds { get; init; }

    public TrafficPattern ToCore()
    {
        var rate = RequestsPerSecond ?? throw ProblemException.Bad("requestsPerSecond", "requestsPerSecond is required.");
        if (!(rate >= 0 && rate <= Most))
        {
            throw ProblemException.Bad("requestsPerSecond", $"requestsPerSecond must be from 0 to {Most:0}.");
        }

        if (RampSeconds is { } ramp && (Pattern is not TrafficShape.Ramp || !(ramp >= 1 && ramp <= LongestRamp)))
        {
            throw ProblemException.Bad("rampSeconds", $"rampSeconds must be from 1 to {LongestRamp:0}. Only the pattern ramp uses it.");
        }

        var pattern = new TrafficPattern(rate, Pattern ?? TrafficShape.Constant);
        return RampSeconds is { } seconds ? pattern with { RampSeconds = seconds } : pattern;
    }

    public static Traffic Of(TrafficPattern? pattern) => new()
    {
        RequestsPerSecond = pattern?.RequestsPerSecond ?? 0,
        Pattern = pattern?.Shape ?? TrafficShape.Constant,
        RampSeconds = pattern is { Shape: TrafficShape.Ramp } ? pattern.RampSeconds : null,
    };
}

/// <summary>The routes that set and show synthetic traffic.</summary>
internal static class TrafficRoutes
{
    private const string Path = "/endpoints/{name}/traffic";

    public static void MapTraffic(this RouteGroupBuilder routes)
    {
        routes.MapPut(Path, (string name, Traffic traffic, [AsParameters] Partition partition) =>
            {
                Apply(name, traffic.ToCore(), partition);
                return Read(name, partition);
            })
            .WithSummary("Start synthetic traffic to an endpoint, or change it").WithName("putTraffic")
            .WithMetadata(new BodyExample("""{"requestsPerSecond":50,"pattern":"constant"}""")).ProducesProblem(400).ProducesProblem(404);

        routes.MapGet(Path, (string name, [AsParameters] Partition partition) => Read(name, partition))
            .WithSummary("Get the synthetic traffic of an endpoint").WithName("getTraffic").ProducesProblem(404);

        routes.MapDelete(Path, (string name, [AsParameters] Partition partition) =>
            {
                Apply(name, null, partition);
                return TypedResults.NoContent();
            })
            .WithSummary("Stop the synthetic traffic of an endpoint").WithName("removeTraffic").ProducesProblem(404);
    }

    private static void Apply(string name, TrafficPattern? pattern, Partition partition)
    {
        _ = Read(name, partition);
        partition.ForWriting.Apply(new PutTraffic(partition.RegionName, name, pattern));
    }

    private static Ok<Traffic> Read(string name, Partition partition) => TypedResults.Ok(partition.Read(region =>
        region.Endpoints.TryGet(name, out var endpoint)
            ? Traffic.Of(endpoint.Traffic)
            : throw MissingException.Endpoint(name)));
}
