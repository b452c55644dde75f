using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Traffic;

/// <summary>The concurrency of a serverless variant in its metrics (developer guide, monitor a serverless endpoint).</summary>
public sealed class ServerlessMetricsTests
{
    // Six requests a second of half a second each are three at a time.
    private readonly TestWorld _world = TestWorld.Instant;

    [Theory]
    [InlineData("ServerlessConcurrentExecutionsUtilization", "None", 3 / 20.0)]
    [InlineData("ServerlessProvisionedConcurrencyExecutions", "Count", 3)]
    [InlineData("ServerlessProvisionedConcurrencyUtilization", "None", 3 / 4.0)]
    public void Publish_WithProvisionedConcurrency_IsTheConcurrencyOfTheMinute(string metric, string unit, double value)
    {
        Serve(4);

        _world.Advance(120);

        AverageOf(metric, unit, minute: 1).Should().BeApproximately(value, value / 10);
    }

    [Fact]
    public void Publish_AfterAChange_UsesTheNewConcurrency()
    {
        Serve(4);

        _world.Scale(new WeightAndCapacity("a", null, null) { Serverless = new(null, 6) }).Advance(180);

        AverageOf("ServerlessProvisionedConcurrencyUtilization", "None", minute: 2).Should().BeApproximately(0.5, 0.05);
    }

    [Fact]
    public void Publish_WithoutRequests_IsZero()
    {
        Serve(4, requestsPerSecond: 0);

        _world.Advance(120);

        AverageOf("ServerlessProvisionedConcurrencyUtilization", "None", minute: 1).Should().Be(0);
    }

    private void Serve(int provisioned, double requestsPerSecond = 6)
    {
        _world.Apply(new PutBehavior(TestWorld.RegionName, "m", new ModelBehavior { LatencyMedianMs = 500, LatencyP99Ms = 500 }));
        _world.Apply(new CreateEndpointConfig(
            TestWorld.RegionName, "v1", [new ProductionVariant("a", "m", null, 1, 1) { Serverless = new(20, provisioned) }], "{}"));
        _world.Create("v1").With(new TrafficPattern(requestsPerSecond));
    }

    private double AverageOf(string metric, string unit, int minute)
    {
        var id = new MetricId("AWS/SageMaker", metric, [new("EndpointName", "e"), new("VariantName", "a")]);
        var set = _world.Region.Metrics.Sum(
            id, unit, new Periods(_world.World.Settings.Start.AddMinutes(minute), 60, 1), _world.World.Now).Summary;
        return set.Sum / set.SampleCount;
    }
}
