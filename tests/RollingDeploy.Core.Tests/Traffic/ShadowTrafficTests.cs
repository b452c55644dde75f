using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Traffic;

/// <summary>A shadow variant takes a copy of the production variant's traffic, and publishes what it makes of it.</summary>
public sealed class ShadowTrafficTests
{
    [Theory]
    [InlineData(1, 1, 600)]
    [InlineData(0.5, 1, 300)]
    [InlineData(1, 4, 150)]
    [InlineData(3, 1, 600)]
    [InlineData(0, 1, 0)]
    public void Traffic_OfAShadow_IsThePartThatItsWeightIsOfProductions(float shadow, float production, double expected)
    {
        var world = World("v1", shadow, production).Create("v1").With(new TrafficPattern(10));

        world.Advance(60);

        Minute(world, "s", "Invocations").Summary.Sum.Should().BeApproximately(expected, 1e-9);
        Minute(world, "a", "Invocations").Summary.Sum.Should().Be(600, "a copy takes nothing away");
    }

    [Fact]
    public void Traffic_OfAShadow_IsAnsweredByItsModelAndDividedByItsInstances()
    {
        var world = World("v1", 1).Create("v1").With(new TrafficPattern(10));
        world.Apply(new PutBehavior(TestWorld.RegionName, "shadow", new() { ErrorRate = 0.2 }));

        world.Advance(60);

        Minute(world, "s", "Invocation5XXErrors").Summary.Sum.Should().BeApproximately(120, 1e-9);
        Minute(world, "a", "Invocation5XXErrors").Summary.Sum.Should().Be(0);
        Minute(world, "s", "InvocationsPerInstance").Summary.Sum.Should().BeApproximately(300, 1e-9);
    }

    [Fact]
    public void Shadow_Idle_PublishesZerosAndUtilization()
    {
        var world = World("v1", 1).Create("v1").Advance(120);

        Minute(world, "s", "Invocations", 1).Summary.Should().Be(StatisticSet.Of(0, 2));
        Minute(world, "s", "CPUUtilization", 1, "/aws/sagemaker/Endpoints").Summary.SampleCount.Should().Be(2);
    }

    [Fact]
    public void Traffic_WhileRolling_IsCopiedToTheShadowOfWhoeverAnswers()
    {
        var world = World("v1", 1);
        AddConfig(world, "v2", 0.5f, 1);
        world.Create("v1").With(new TrafficPattern(10)).Update("v2", Configs.Canary("1", wait: 600)).Advance(60);

        // A quarter of 600 goes to v2, whose shadow takes half.
        Minute(world, "s", "Invocations", config: "v1").Summary.Sum.Should().BeApproximately(450, 1e-9);
        Minute(world, "s", "Invocations", config: "v2").Summary.Sum.Should().BeApproximately(75, 1e-9);
    }

    [Fact]
    public void Invoke_OfAnEndpointWithAShadow_IsCopiedToIt()
    {
        var world = World("v1", 0.5f).Create("v1");

        var answers = Enumerable.Range(0, 1000).Select(_ => world.Apply(new Invoke(TestWorld.RegionName, "e"))).ToList();

        answers.Should().OnlyContain(answer => answer.Variant == "a", "a shadow's answers go nowhere");
        Minute(world, "a", "Invocations").Summary.Sum.Should().Be(1000);

        // Half of 1,000, and three standard deviations of 16.
        Minute(world, "s", "Invocations").Summary.Sum.Should().BeInRange(452, 548);
    }

    [Fact]
    public void Invoke_WhereProductionIsARealServer_IsCopiedAllTheSame()
    {
        var world = World("v1", 1).Create("v1");
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new() { ForwardTo = new("http://127.0.0.1:1") }));

        world.Apply(new Invoke(TestWorld.RegionName, "e"));

        (Minute(world, "a", "Invocations").Summary.Sum, Minute(world, "s", "Invocations").Summary.Sum).Should().Be((0, 1));
    }

    // Four instances of a, and two of its shadow s.
    private static TestWorld World(string config, float shadowWeight, float weight = 1)
    {
        var world = TestWorld.Instant;
        world.Apply(new CreateModel(TestWorld.RegionName, "shadow", ["image:shadow"], "{}"));
        AddConfig(world, config, shadowWeight, weight);
        return world;
    }

    private static void AddConfig(TestWorld world, string config, float shadowWeight, float weight) =>
        world.Apply(new CreateEndpointConfig(
        TestWorld.RegionName,
        config,
        [new("a", "m", "ml.m5.large", 4, weight), new("s", "shadow", "ml.m5.large", 2, shadowWeight) { IsShadow = true }],
        "{}"));

    private static SampleSet Minute(
        TestWorld world, string variant, string metric, int minute = 0, string metricNamespace = "AWS/SageMaker", string? config = null)
    {
        Dimension[] dimensions = [new("EndpointName", "e"), new("VariantName", variant)];
        return world.Region.Metrics.Sum(
            new MetricId(metricNamespace, metric, config is null ? dimensions : [.. dimensions, new("EndpointConfigName", config)]),
            null,
            new Periods(world.World.Settings.Start.AddMinutes(minute), 60, 1),
            world.World.Now);
    }
}
