using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Traffic;

/// <summary>AWS's MetricsConfig: how often utilization is published, and whether for each instance on its own.</summary>
public sealed class MetricPublishingTests
{
    [Theory]
    [InlineData(10, 6)]
    [InlineData(30, 2)]
    [InlineData(60, 1)]
    public void Utilization_WithinAMinute_ComesAsOftenAsAskedFor(int frequency, int expected)
    {
        var world = World(new(frequency, false)).Advance(60);

        var samples = Enumerable.Range(0, 6).Select(each => Sum(world, each * 10, 10).SampleCount);

        samples.Where(count => count > 0).Should().Equal(Enumerable.Repeat(2.0, expected));
        Sum(world, 0, 60).SampleCount.Should().Be(2 * expected);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(300)]
    public void Utilization_EveryFewMinutes_LeavesTheOthersOut(int frequency)
    {
        var world = World(new(frequency, false)).Advance(600);

        var minutes = Enumerable.Range(0, 10).Where(minute => Sum(world, minute * 60, 60).SampleCount > 0);

        minutes.Should().Equal(Enumerable.Range(0, 10).Where(minute => minute * 60 % frequency == 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Enhanced_EachInstance_HasMetricsOfItsOwn(bool isEnhanced)
    {
        var world = World(new(60, isEnhanced)).Advance(60);

        var ids = world.Endpoint.Current!.Variants[0].Instances.Select(instance => instance.Id);

        var own = ids.Select(id => Sum(world, 0, 60, new Dimension("InstanceId", id)).SampleCount);
        own.Should().Equal(isEnhanced ? [1, 1] : [0, 0]);
        Sum(world, 0, 60).SampleCount.Should().Be(2);
    }

    private static TestWorld World(MetricPublishing publishing)
    {
        var world = TestWorld.Instant;
        var variant = new ProductionVariant("a", "m", "ml.m5.large", 2, 1) { Publishing = publishing };
        world.Apply(new CreateEndpointConfig(TestWorld.RegionName, "v1", [variant], "{}"));
        return world.Create("v1");
    }

    private static StatisticSet Sum(TestWorld world, int second, int seconds, params Dimension[] more) =>
        world.Region.Metrics.Sum(
        new MetricId("/aws/sagemaker/Endpoints", "CPUUtilization", [new("EndpointName", "e"), new("VariantName", "a"), .. more]),
        null,
        new Periods(world.World.Settings.Start.AddSeconds(second), seconds, 1),
        world.World.Now).Summary;
}
