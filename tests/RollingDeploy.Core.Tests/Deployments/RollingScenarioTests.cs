using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>Rolling updates from beginning to end, on a clock that only moves when told.</summary>
public sealed class RollingScenarioTests
{
    [Fact]
    public void UpdateEndpoint_OneInstance_GoesThroughOneBatch()
    {
        var world = new TestWorld().Endpoints(1);

        world.Update("v2", Configs.Rolling("1", wait: 300)).ToTheEnd();

        world.Timeline.Should().Equal(
            "0 started", "0 launching",
            "5 launched", "5 shifting",
            "6 shifted", "6 bakeStarted",
            "306 bakeEnded", "306 retiring",
            "307 retired", "307 succeeded");
    }

    [Fact]
    public void UpdateEndpoint_FourInstancesByOne_NeverNeedsMoreThanFive()
    {
        var world = new TestWorld().Endpoints(4);

        world.Update("v2", Configs.Rolling("1", wait: 300)).ToTheEnd();

        world.Journal.Should().OnlyContain(entry => entry.Old!.Instances + entry.New!.Instances <= 5);
        world.Journal.Should().OnlyContain(entry => entry.Old!.InService + entry.New!.InService >= 4);
        Bakes(world).Should().Equal(300, 300, 300, 300);
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoint.ConfigName.Should().Be("v2");
        world.Endpoint.Pending.Should().BeNull();
        world.Endpoint.FailureReason.Should().BeNull();
    }

    [Fact]
    public void UpdateEndpoint_FourInstancesByOne_MovesAQuarterOfTheTrafficEachTime()
    {
        var world = new TestWorld().Endpoints(4);

        world.Update("v2", Configs.Rolling("1", wait: 300)).ToTheEnd();

        world.Journal.Where(entry => entry.Event == "bakeStarted").Select(entry => entry.New!.TrafficShare)
            .Should().Equal(0.25, 0.5, 0.75, 1);
        world.Journal.Where(entry => entry.Event == "retired").Select(entry => entry.Old!.Instances).Should().Equal(3, 2, 1, 0);
    }

    [Fact]
    public void UpdateEndpoint_WhileItRuns_ShowsTheOldConfigurationAndTheNewOneAsPending()
    {
        var world = new TestWorld().Endpoints(4);

        world.Update("v2", Configs.Rolling("1", wait: 300)).Until("bakeStarted", times: 2);

        world.Endpoint.Status.Should().Be(EndpointStatus.Updating);
        world.Endpoint.ConfigName.Should().Be("v1");
        world.Endpoint.Current!.Total.Should().Be(3);
        world.Endpoint.Pending!.Total.Should().Be(2);
        world.World.InTransition.Should().Be(1);
    }

    [Fact]
    public void UpdateEndpoint_NothingTakesTime_OnlyBakesDo()
    {
        var world = TestWorld.Instant.Endpoints(4);

        world.Update("v2", Configs.Rolling("2", wait: 300)).ToTheEnd();

        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromSeconds(600));
    }

    [Fact]
    public void UpdateEndpoint_NothingTakesTimeAndNoBakes_IsOverWhenTheCallReturns()
    {
        var world = TestWorld.Instant.Endpoints(4);

        world.Update("v2", Configs.Rolling("1", wait: 0));

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoint.ConfigName.Should().Be("v2");
    }

    internal static IEnumerable<double> Bakes(TestWorld world) => world.Journal
        .Zip(world.Journal.Skip(1))
        .Where(pair => pair.First.Event == "bakeStarted")
        .Select(pair => (pair.Second.Time - pair.First.Time).TotalSeconds);
}
