using Microsoft.AspNetCore.Http.HttpResults;
using RollingDeploy.Core.Containers;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control;

/// <summary>The routes that set and show how models behave.</summary>
internal static class BehaviorRoutes
{
    private const string Path = "/models/{name}/behavior";

    private static readonly WholePattern ModelName = new(Patterns.ModelName);

    private static readonly object[] Examples =
    [
        new BodyExample("""
            {"latencyMs":{"median":3,"p99":12},"errorRate":0.2,"response":{"contentType":"application/json","body":"{\"score\":0.5}"}}
            """) { Name = "a model that returns errors from now on" },
        new BodyExample("""{"errorRate":0.5,"when":{"endpoint":"demo","bake":2,"afterSeconds":30}}""")
        {
            Name = "a model that begins to return errors 30 s into the second bake of the next deployment",
        },
    ];

    public static void MapBehaviors(this RouteGroupBuilder routes)
    {
        routes.MapPut(Path, Put)
            .WithSummary("Set the behavior of a model, from now on or from a moment of a deployment. The model may be created later")
            .WithName("putBehavior").WithMetadata(Examples).ProducesProblem(400);

        routes.MapGet(Path, (string name, [AsParameters] Partition partition) => TypedResults.Ok(Read(name, partition)))
            .WithSummary("Get the behavior of a model: what was set, what is in effect, and what is armed")
            .WithName("getBehavior").ProducesProblem(400);

        routes.MapDelete(Path, (string name, [AsParameters] Partition partition) =>
            {
                RequireName(name);
                partition.ForWriting.Apply(new PutBehavior(partition.RegionName, name, null));
                return TypedResults.NoContent();
            })
            .WithSummary("Remove the behavior that was set for a model, and the behavior that is armed")
            .WithName("removeBehavior").ProducesProblem(400);
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

    // If the request has a median, BehaviorReader has already compared the p99 with it.
    private static void RequireAboveMedian(ModelBehavior said, string name, Partition partition)
    {
        if (said is { LatencyP99Ms: { } p99, LatencyMedianMs: null }
            && partition.Read(region => BehaviorState.MedianElsewhere(region, name)) is var median
            && p99 < median)
        {
            throw ProblemException.Bad("latencyMs.p99", FormattableString.Invariant(
                $"latencyMs.p99 is {p99}; it must be at least the median, which is {median}. To change the median, set latencyMs.median."));
        }
    }

    private static void RequireName(string name)
    {
        if (name.Length > 63 || !ModelName.Fits(name))
        {
            throw ProblemException.Bad("name", $"'{Excerpt.Of(name)}' is not a valid model name. {FaultRules.ValidName}");
        }
    }
}
