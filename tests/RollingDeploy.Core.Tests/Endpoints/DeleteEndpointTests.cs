using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

public sealed class DeleteEndpointTests
{
    [Fact]
    public void Execute_InService_IsGoneWhenItsLastInstanceIs()
    {
        var world = new TestWorld().Endpoints(2);

        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        world.Endpoint.Status.Should().Be(EndpointStatus.Deleting);
        world.World.InTransition.Should().Be(1);
        world.Advance(1).Region.Endpoints.All.Should().BeEmpty();
        world.World.InTransition.Should().Be(0);
    }

    [Fact]
    public void Execute_Failed_IsGoneAtOnce()
    {
        var world = new TestWorld().Config("v1", 2).Fault(FleetSide.New).Create("v1");

        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        world.Region.Endpoints.All.Should().BeEmpty();
    }

    [Fact]
    public void Execute_WhileItDrains_TheJournalShowsNoTraffic()
    {
        var world = new TestWorld().Endpoints(2);

        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        world.Journal.Select(entry => (entry.Event, entry.Old!.Instances, entry.Old.InService, entry.Old.TrafficShare))
            .Should().Equal(("started", 2, 2, 1), ("retiring", 2, 0, 0));
    }

    [Fact]
    public void Execute_ThenCreatedAgain_StaleWakeUpsMeanNothingToTheNewOne()
    {
        var world = new TestWorld().Endpoints(2);

        world.Update("v2", Configs.Rolling("1", wait: 3600)).ToTheEnd();
        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));
        world.Advance(1).Create("v1").Update("v2").ToTheEnd();

        world.Endpoint.ConfigName.Should().Be("v2");
        world.Endpoint.Deployments.Should().HaveCount(2);
    }

    [Fact]
    public void Execute_ConfigAndModelAreGone_StillDeletes()
    {
        var world = new TestWorld().Endpoints(2);
        world.Apply(new DeleteEndpointConfig(TestWorld.RegionName, "v1"));
        world.Apply(new DeleteModel(TestWorld.RegionName, "m"));

        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        world.Advance(1).Region.Endpoints.All.Should().BeEmpty();
    }
}
