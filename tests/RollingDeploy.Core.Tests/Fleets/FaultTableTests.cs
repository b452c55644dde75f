using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

public sealed class FaultTableTests
{
    [Fact]
    public void AddFault_Once_StrikesOnceAndIsCounted()
    {
        var world = new TestWorld().Config("v1", 3).Fault(FleetSide.New, times: 1);

        world.Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.Failed);
        world.World.Regions.Single().Faults.All.Single().Hits.Should().Be(1);
    }

    [Theory]
    [InlineData("e", null, null, null, true)]
    [InlineData("E", "A", "ML.M5.LARGE", 2, true)]
    [InlineData("other", null, null, null, false)]
    [InlineData(null, "other", null, null, false)]
    [InlineData(null, null, "ml.c5.large", null, false)]
    [InlineData(null, null, null, 3, false)]
    public void AddFault_Scope_NarrowsWhereItStrikes(
        string? endpoint, string? variant, string? type, int? atInstance, bool strikes)
    {
        var world = new TestWorld().Config("v1", 2);
        var scope = new FaultScope { Endpoint = endpoint, Variant = variant, InstanceType = type, AtInstance = atInstance };
        world.Apply(new AddFault(TestWorld.RegionName, FaultKind.InsufficientCapacity, scope, Times: null));

        world.Create("v1");

        world.Endpoint.Status.Should().Be(strikes ? EndpointStatus.Failed : EndpointStatus.InService);
    }

    [Fact]
    public void AddFault_OldSide_LeavesTheWayForwardAlone()
    {
        var world = new TestWorld().Endpoints(2).Fault(FleetSide.Old, times: null);

        world.Update("v2", Configs.Rolling("1", wait: 0)).ToTheEnd();

        world.Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void RemoveFault_ItWasThere_NoLongerStrikes()
    {
        var world = new TestWorld().Config("v1", 2).Fault(FleetSide.New);
        var id = world.World.Regions.Single().Faults.All.Single().Id;

        var removed = world.Apply(new RemoveFault(TestWorld.RegionName, id));
        var again = world.Apply(new RemoveFault(TestWorld.RegionName, id));

        (removed, again).Should().Be((true, false));
        world.Create("v1").Endpoint.Status.Should().Be(EndpointStatus.InService);
    }
}
