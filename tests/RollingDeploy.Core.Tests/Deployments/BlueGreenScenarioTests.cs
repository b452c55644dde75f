using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>Blue/green updates from beginning to end.</summary>
public sealed class BlueGreenScenarioTests
{
    [Fact]
    public void UpdateEndpoint_NoPolicy_MovesEverythingAtOnce()
    {
        var world = new TestWorld().Endpoints(2);

        world.Update("v2").ToTheEnd();

        world.Timeline.Should().Equal(
            "0 started", "0 launching", "5 launched", "5 shifting", "6 shifted", "6 retiring", "7 retired", "7 succeeded");
        world.Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void UpdateEndpoint_LinearTenByTwentyPercent_TakesFiveStepsOfTwo()
    {
        var world = new TestWorld().Endpoints(10);

        world.Update("v2", Configs.Linear("20%", wait: 300, termination: 300)).ToTheEnd();

        world.Journal.Where(entry => entry.Event == "bakeStarted").Select(entry => entry.New!.TrafficShare)
            .Should().Equal(0.2, 0.4, 0.6, 0.8, 1);
        RollingScenarioTests.Bakes(world).Should().Equal(300, 300, 300, 300, 300);
        world.Journal.Where(entry => entry.Event == "bakeStarted").Should().OnlyContain(entry => entry.Old!.InService == 10);
        world.Journal.Single(entry => entry.Event == "retired").Old!.Instances.Should().Be(0);
        world.Timeline.Should().EndWith(["1510 bakeEnded", "1510 retiring", "1511 retired", "1511 succeeded"]);
    }

    [Fact]
    public void UpdateEndpoint_Canary_BakesTwice()
    {
        var world = new TestWorld().Endpoints(3);

        world.Update("v2", Configs.Canary("33%", wait: 60, termination: 300)).ToTheEnd();

        RollingScenarioTests.Bakes(world).Should().Equal(60, 300);
        world.Journal.Should().OnlyContain(entry => entry.Old!.Instances + entry.New!.Instances <= 6);
    }

    [Fact]
    public void UpdateEndpoint_BakeAfterLastStep_BakesOnceMore()
    {
        var world = new TestWorld(new WorldSettings { BakeAfterLastStep = true }).Endpoints(3);

        world.Update("v2", Configs.Canary("33%", wait: 60, termination: 300)).ToTheEnd();

        RollingScenarioTests.Bakes(world).Should().Equal(60, 60, 300);
    }

    [Fact]
    public void UpdateEndpoint_TwoVariants_MoveTogether()
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 4)).Config("v2", ("a", 2), ("b", 4)).Create("v1");

        world.Update("v2", Configs.Canary("50%", wait: 60)).Until("bakeStarted");

        world.Endpoint.Pending!.Variants.Select(variant => variant.Active).Should().Equal(1, 2);
        world.Endpoint.NewTrafficShare.Should().Be(0.5);
        world.ToTheEnd().Endpoint.Current!.Variants.Select(variant => variant.InService).Should().Equal(2, 4);
    }

    [Fact]
    public void UpdateEndpoint_NothingTakesTime_IsOverWhenTheCallReturns()
    {
        var world = TestWorld.Instant.Endpoints(4);

        world.Update("v2", Configs.Linear("1", wait: 0));

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoint.ConfigName.Should().Be("v2");
    }
}
