using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>The way into UpdateRollbackFailed, and the ways out of it.</summary>
public sealed class RollbackFailedScenarioTests
{
    public static TheoryData<string, DeploymentConfig?> Repairs => new()
    {
        { "rolling", Configs.Rolling("1", wait: 30) },
        { "canary", Configs.Canary("1", wait: 30) },
        { "none", null },
    };

    [Fact]
    public void Rollback_CapacityMissing_LeavesBothFleetsServing()
    {
        var world = Stranded();

        var endpoint = world.Endpoint;

        endpoint.Status.Should().Be(EndpointStatus.UpdateRollbackFailed);
        endpoint.ConfigName.Should().Be("v1");
        endpoint.Current!.InService.Should().Be(3);
        endpoint.Pending!.ConfigName.Should().Be("v2");
        endpoint.Pending.InService.Should().Be(2);
        (endpoint.OldTrafficShare, endpoint.NewTrafficShare).Should().Be((0.5, 0.5));
        endpoint.FailureReason.Should().Be(
            "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: bad. "
            + "The rollback failed: Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
            + "Please retry using a different ML instance type or after some time.");
    }

    [Fact]
    public void Rollback_CapacityMissing_TheJournalDoesNotSayThatItWasLaunched()
    {
        var world = Stranded();

        world.Journal.TakeLast(3).Select(entry => entry.Event).Should().Equal("rollbackStarted", "launching", "rollbackFailed");
    }

    [Theory]
    [MemberData(nameof(Repairs))]
    public void UpdateEndpoint_AfterAFailedRollback_ReplacesEverythingThatStands(string policy, DeploymentConfig? repair)
    {
        var world = Stranded();

        world.Update("v3", repair).ToTheEnd();

        world.Endpoint.Status.Should().Be(EndpointStatus.InService, policy);
        world.Endpoint.ConfigName.Should().Be("v3");
        world.Endpoint.Current!.Total.Should().Be(4);
        world.Endpoint.Pending.Should().BeNull();
        world.Endpoint.FailureReason.Should().BeNull();
        Instances(world).Should().OnlyContain(instance => instance.Spec.ConfigName == "v3");
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void UpdateEndpoint_AfterAFailedRollbackToEitherConfig_Repairs(string config)
    {
        var world = Stranded();

        world.Update(config).ToTheEnd();

        world.Endpoint.ConfigName.Should().Be(config);
        Instances(world).Should().HaveCount(4).And.OnlyContain(instance => instance.Spec.ConfigName == config);
    }

    [Fact]
    public void UpdateEndpoint_BlueGreenRepairRollsBack_LeavesItAsItWas()
    {
        var world = Stranded();

        world.Update("v3", Configs.AllAtOnce(termination: 60).Watching("bad")).Until("bakeStarted")
            .SetAlarm("bad", AlarmState.Alarm);

        world.ToTheEnd().Endpoint.Status.Should().Be(EndpointStatus.UpdateRollbackFailed);
        world.Endpoint.Current!.InService.Should().Be(3);
        world.Endpoint.Pending!.ConfigName.Should().Be("v2");
        world.Endpoint.Pending.InService.Should().Be(2);
        world.Endpoint.NewTrafficShare.Should().Be(0.4);
        world.Endpoint.FailureReason.Should().StartWith("Endpoint update was rolled back");
    }

    [Fact]
    public void UpdateEndpoint_RollingRepairRollsBackAfterWhatWasStrandedWent_IsInServiceOnTheOldConfig()
    {
        var world = Stranded();

        world.Update("v3", Configs.Rolling("2", wait: 60).Watching("bad")).Until("bakeStarted", times: 2)
            .SetAlarm("bad", AlarmState.Alarm);

        world.ToTheEnd().Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoint.ConfigName.Should().Be("v1");
        Instances(world).Should().OnlyContain(instance => instance.Spec.ConfigName == "v1");
        world.Endpoint.Pending.Should().BeNull();
    }

    [Fact]
    public void UpdateEndpoint_SmallFleetStrandedBesideALargeOne_SharesNeverExceedTheWhole()
    {
        var world = Stranded(old: 2, next: 10, batch: "5");

        world.Update("v3", Configs.AllAtOnce(termination: 60).Watching("bad")).Until("bakeStarted")
            .SetAlarm("bad", AlarmState.Alarm);

        world.ToTheEnd().Endpoint.Status.Should().Be(EndpointStatus.UpdateRollbackFailed);
        world.Endpoint.NewTrafficShare.Should().BeInRange(0, 1);
    }

    [Fact]
    public void DeleteEndpoint_AfterAFailedRollback_TakesBothFleetsDown()
    {
        var world = Stranded();

        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        world.Deployment.Forward.ToString().Should().Be("retire 5");
        world.Advance(1).Region.Endpoints.All.Should().BeEmpty();
    }

    // Rolled to v2 until the second bake, then back; an old instance could not be had again. The alarm is OK once more.
    private static TestWorld Stranded(int old = 4, int next = 4, string batch = "1")
    {
        var world = new TestWorld().Endpoints(old, next).Config("v3", old).Alarm("bad").Fault(FleetSide.Old);
        var bakes = next / int.Parse(batch, System.Globalization.CultureInfo.InvariantCulture) / 2;
        world.Update("v2", Configs.Rolling(batch, wait: 60).Watching("bad")).Until("bakeStarted", times: Math.Max(2, bakes));
        return world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd().SetAlarm("bad", AlarmState.Ok).Advance(1);
    }

    private static IEnumerable<Instance> Instances(TestWorld world) =>
        world.Endpoint.Current!.Variants.SelectMany(variant => variant.Instances);
}
