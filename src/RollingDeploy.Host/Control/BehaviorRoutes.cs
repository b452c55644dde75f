using Microsoft.AspNetCore.Http.HttpResults;
using RollingDeploy.Core.Containers;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>How models behave, as data.</summary>
internal static class BehaviorRoutes
{
    private const string Path = "/models/{name}/behavior";

    private static readonly WholePattern ModelName = new(Patterns.ModelName);

    private static readonly object[] Examples =
    [
        new BodyExample("""
            {"latencyMs":{"median":3,"p99":12},"errorRate":0.2,"response":{"contentType":"application/json","body":"{\"score\":0.5}"}}
            """) { Name = "a model that answers errors from now on" },
        new BodyExample("""{"errorRate":0.5,"when":{"endpoint":"demo","bake":2,"afterSeconds":30}}""")
        {
            Name = "a model that begins to answer errors 30 s into the second bake of the next deployment",
        },
    ];

    public static void MapBehaviors(this RouteGroupBuilder routes)
    {
        routes.MapPut(Path, Put)
            .WithSummary("Say how a model behaves, from now on or from a moment of a deployment on; it may be made later").WithName("putBehavior")
            .WithMetadata(Examples)
            .ProducesProblem(400);

        routes.MapGet(Path, (string name, [AsParameters] Partition partition) => TypedResults.Ok(Read(name, partition)))
            .WithSummary("How a model behaves: what was said, what is in effect, and what is armed").WithName("getBehavior").ProducesProblem(400);

        routes.MapDelete(Path, (string name, [AsParameters] Partition partition) =>
            {
                RequireName(name);
                partition.ForWriting.Apply(new PutBehavior(partition.RegionName, name, null));
                return TypedResults.NoContent();
            })
            .WithSummary("Take back what was said of a model, and what is armed").WithName("removeBehavior").ProducesProblem(400);
    }

    private static async Task<Ok<BehaviorState>> Put(
        string name, Behavior behavior, [AsParameters] Partition partition, HealthWatch health)
    {
        RequireName(name);
        var said = behavior.ToCore(partition.Worlds.Settings.ForwardTargets);
        RequireAboveMedian(said, name, partition);
        var when = behavior.When?.ToCore();
        await health.Ask(partition.ForWriting, partition.RegionName, said.ForwardTo is { } server ? [server] : []);
        partition.ForWriting.Apply(new PutBehavior(partition.RegionName, name, said) { When = when });
        Whereabouts.Warn(MissingException.Model(name), partition);
        return TypedResults.Ok(Read(name, partition));
    }

    private static BehaviorState Read(string name, Partition partition)
    {
        RequireName(name);
        return partition.Read(region => BehaviorState.Of(region, name));
    }

    // Beside a median of its own a p99 has been compared already.
    private static void RequireAboveMedian(ModelBehavior said, string name, Partition partition)
    {
        if (said is { LatencyP99Ms: { } p99, LatencyMedianMs: null }
            && partition.Read(region => BehaviorState.MedianElsewhere(region, name)) is var median
            && p99 < median)
        {
            throw ProblemException.Bad("latencyMs.p99", FormattableString.Invariant(
                $"latencyMs.p99 is {p99}; it must be at least the median, which is {median} as long as latencyMs.median is not given."));
        }
    }

    private static void RequireName(string name)
    {
        if (name.Length > 63 || !ModelName.Fits(name))
        {
            throw ProblemException.Bad("name", "No model can have this name: at most 63 letters, digits and hyphens.");
        }
    }
}
