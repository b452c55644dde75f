using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

/// <summary>Which instances go first.</summary>
public sealed class VariantFleetTests
{
    [Fact]
    public void Retire_OldFleet_TheOldestGoesFirst()
    {
        var world = new TestWorld().Endpoints(2);

        world.Update("v2", Configs.Rolling("1", wait: 60)).Until("retiring");

        Of(world.Endpoint.Current!).Should().Equal("i-000001 Draining", "i-000002 InService");
    }

    [Fact]
    public void Retire_NewFleetOnItsWayBack_TheNewestGoesFirst()
    {
        var world = new TestWorld().Endpoints(3).Alarm("bad");
        world.Update("v2", Configs.Rolling("1", wait: 60, rollback: "1").Watching("bad")).Until("bakeStarted", times: 2);

        world.SetAlarm("bad", AlarmState.Alarm).Until("rollbackStarted").Until("retiring", times: 2);

        Of(world.Endpoint.Pending!).Should().Equal("i-000004 InService", "i-000005 Draining");
    }

    [Fact]
    public void Retire_SomeAreStillComing_TheyGoFirst()
    {
        var timings = new FleetTimings { Launch = TimeSpan.FromSeconds(500), Termination = TimeSpan.FromSeconds(9) };
        var world = new TestWorld(new WorldSettings { Timings = timings }).Endpoints(3);

        world.Update("v2", Configs.Rolling("1", wait: 0, rollback: "1", timeout: 600)).Until("rollbackStarted");

        Of(world.Endpoint.Pending!).Should().Equal("i-000004 InService", "i-000005 Draining");
    }

    private static IEnumerable<string> Of(Fleet fleet) => fleet.Variants[0].Instances.Select(each => $"{each.Id} {each.State}");
}
