using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Traffic;

/// <summary>What a minute of synthetic traffic comes to: whose it is, and by how many it is divided.</summary>
public sealed class MeterTests
{
    private static readonly Dimension[] OfVariant = [new("EndpointName", "e"), new("VariantName", "a")];
    private static readonly Dimension[] OfComponent = [new("InferenceComponentName", "c")];

    [Fact]
    public void Behavior_ChangedInMidMinute_CountsFromThenOn()
    {
        var world = TestWorld.Instant.Config("v1", 2).Create("v1").With(new TrafficPattern(1));

        world.Advance(45);
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new() { ErrorRate = 1 }));
        world.Advance(15);

        Minute(world, "Invocation5XXErrors", 0).Summary.Sum.Should().Be(15);
    }

    [Fact]
    public void Rolling_AnOldInstanceThatIsSwitchedOff_IsStillASampleOfUtilization()
    {
        var world = TestWorld.Instant.Config("v1", 3).Config("v2", 3).Create("v1").With(new TrafficPattern(2));

        world.Update("v2", Configs.Rolling("1", wait: 120)).Advance(60);

        // Three old instances and a new one stand, and three take traffic.
        Minute(world, "InvocationsPerInstance", 0).Summary.Sum.Should().BeApproximately(40, 1e-9);
        Minute(world, "CPUUtilization", 0, "/aws/sagemaker/Endpoints").Summary.SampleCount.Should().Be(4);
    }

    [Fact]
    public void Idle_AVariantOfWeightZero_PublishesAllTheSame()
    {
        var world = TestWorld.Instant.Config("v1", ("a", 2), ("b", 1)).Create("v1").With(new TrafficPattern(1));
        world.Scale(new WeightAndCapacity("a", 0, null)).ToTheEnd();

        world.Advance(120);

        Minute(world, "Invocations", 1).Summary.Should().Be(StatisticSet.Of(0, 2));
        Minute(world, "CPUUtilization", 1, "/aws/sagemaker/Endpoints").Summary.SampleCount.Should().Be(2);
    }

    [Fact]
    public void Traffic_AllWeightsZero_ReachesNobody()
    {
        var world = TestWorld.Instant.Config("v1", 2).Create("v1").With(new TrafficPattern(1));
        world.Scale(new WeightAndCapacity("a", 0, null)).ToTheEnd();

        world.Advance(120);

        Minute(world, "Invocations", 1).Summary.Sum.Should().Be(0, "a call is refused too");
    }

    [Fact]
    public void Traffic_DeletedInMidMinute_IsCountedUntilThen()
    {
        var world = TestWorld.Instant.Config("v1", 2).Create("v1").With(new TrafficPattern(1));

        world.Advance(45).Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));
        world.Advance(60);

        Minute(world, "Invocations", 0).Summary.Sum.Should().Be(45);
    }

    [Fact]
    public void Errors_AfterSomeTime_GoOnWhenTheFirstInstanceIsGone()
    {
        var world = TestWorld.Instant.Config("v1", 1);
        world.Apply(
            new CreateModel(TestWorld.RegionName, "late", ["image"], "{}") { Behavior = new() { ErrorRate = 1, ErrorsAfterSeconds = 60 } });
        world.ConfigOn("ml.m5.large", "v2", 1, "late").Create("v2").With(new TrafficPattern(1)).Advance(120);

        // The oldest instance goes first.
        world.Scale(("a", 2)).ToTheEnd().Scale(("a", 1)).ToTheEnd().Advance(60);

        Minute(world, "Invocation5XXErrors", 2).Summary.Sum.Should().Be(60);
    }

    [Fact]
    public void Concurrency_IsPublishedEveryTenSeconds()
    {
        var world = TestWorld.Instant.Config("v1", 2).Create("v1").With(new TrafficPattern(1000));

        world.Advance(60);

        var id = new MetricId("AWS/SageMaker", "ConcurrentRequestsPerModel", [.. OfVariant]);
        var tens = Enumerable.Range(0, 6).Select(each => world.Region.Metrics.Sum(
            id, null, new Periods(world.World.Settings.Start.AddSeconds(10 * each), 10, 1), world.World.Now).Summary);
        tens.Should().OnlyContain(ten => ten.SampleCount == 2 && ten.Maximum > 1);
    }

    [Fact]
    public void Serverless_PublishesItsClosedListOnly()
    {
        var world = TestWorld.Instant.ConfigOn(null, "v1").Create("v1").With(new TrafficPattern(1));
        world.Apply(new Invoke(TestWorld.RegionName, "e"));

        world.Advance(60);

        world.Region.Metrics.All.Select(metric => metric.Id.Name).Distinct().Should().BeEquivalentTo(
            "Invocations", "Invocation4XXErrors", "Invocation5XXErrors", "ModelLatency", "OverheadLatency", "MemoryUtilization",
            "ServerlessConcurrentExecutionsUtilization");
    }

    [Fact]
    public void Components_ShareByTheirCopies_AndPublishUnderTheirNamesAlone()
    {
        var components = new ComponentWorld().Create(3).Create(1, name: "other");
        var world = components.Endpoints.With(new TrafficPattern(4));
        var minute = (int)(world.World.Now - world.World.Settings.Start).TotalMinutes + 1;

        world.Advance(180);

        Minute(world, "Invocations", minute, dimensions: OfComponent).Summary.Sum.Should().Be(180);
        Minute(world, "InvocationsPerCopy", minute, dimensions: OfComponent).Summary.Sum.Should().BeApproximately(60, 1e-9);
        world.Region.Metrics.All.Should().NotContain(metric => metric.Id.Name == "Invocations" && metric.Id.Dimensions.Length > 1);
    }

    [Fact]
    public void Components_ThatAreIdle_PublishZeros()
    {
        var world = new ComponentWorld().Create(2).Endpoints;
        var minute = (int)(world.World.Now - world.World.Settings.Start).TotalMinutes + 1;

        world.Advance(180);

        Minute(world, "InvocationsPerCopy", minute, dimensions: OfComponent).Summary.Should().Be(StatisticSet.Of(0, 2));
    }

    [Fact]
    public void Invoke_OfAnAdapter_IsAnsweredByItsBase()
    {
        var components = new ComponentWorld().Create(2).Adapter();

        var answered = components.Apply(new Invoke(TestWorld.RegionName, "e") { Component = "adapter" });

        (answered.Component, answered.Instances).Should().Be(("adapter", 2));
    }

    private static SampleSet Minute(
        TestWorld world, string metric, int minute, string metricNamespace = "AWS/SageMaker", Dimension[]? dimensions = null) =>
        world.Region.Metrics.Sum(
            new MetricId(metricNamespace, metric, [.. dimensions ?? OfVariant]),
            null,
            new Periods(world.World.Settings.Start.AddMinutes(minute), 60, 1),
            world.World.Now);
}

/// <summary>Traffic for the endpoint of a test's world.</summary>
internal static class TrafficWorlds
{
    public static TestWorld With(this TestWorld world, TrafficPattern pattern)
    {
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", pattern));
        return world;
    }
}
