using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>The way back of a rolling update: at once or in batches, and what time and capacity do to it.</summary>
public sealed class RollingRollbackScenarioTests
{
    [Fact]
    public void SetAlarmState_NoRollbackBatch_LaunchesAllThatIsMissingAtOnce()
    {
        var world = TrippedInSecondBake(Configs.Rolling("2", wait: 60));

        world.ToTheEnd();

        world.Deployment.Rollback!.ToString().Should().Be("launch 2 old | shift -4 | retire 4 new");
        world.Endpoint.Current!.InService.Should().Be(5);
        world.Journal.Should().OnlyContain(entry => entry.Old!.Instances + entry.New!.Instances <= 10);
    }

    [Fact]
    public void SetAlarmState_RollbackBatchOfOne_GoesBackOneByOneWithinTheSameCapacity()
    {
        var world = TrippedInSecondBake(Configs.Rolling("2", wait: 60, rollback: "1"));

        world.ToTheEnd();

        world.Deployment.Rollback!.ToString().Should().Be(
            "shift -2 | retire 2 new | launch 1 old | shift -1 | retire 1 new | launch 1 old | shift -1 | retire 1 new");
        world.Endpoint.Current!.InService.Should().Be(5);
        world.Journal.Should().OnlyContain(entry => entry.Old!.Instances + entry.New!.Instances <= 7);
        world.Journal.Should().OnlyContain(entry => entry.Old!.InService + entry.New!.InService >= 5);
    }

    [Fact]
    public void UpdateEndpoint_CapacityMissingAtTheThirdInstance_RollsBackFromTheSecondBatch()
    {
        var world = new TestWorld().Endpoints(5).Fault(FleetSide.New, atInstance: 3);

        world.Update("v2", Configs.Rolling("2", wait: 60)).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Deployment.Rollback!.ToString().Should().Be("launch 2 old | shift -2 | retire 3 new");
        world.Endpoint.FailureReason.Should().Be(
            "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
            + "Please retry using a different ML instance type or after some time.");
        world.Endpoint.Current!.InService.Should().Be(5);
    }

    [Fact]
    public void UpdateEndpoint_AllCapacityIsGoneWhileLaunchesTakeDifferentTimes_RollsBackWithoutWaitingForTheRest()
    {
        var timings = new FleetTimings { LaunchJitter = TimeSpan.FromSeconds(60) };
        var world = new TestWorld(new WorldSettings { Timings = timings }).Endpoints(6)
            .Update("v2", Configs.Rolling("3", wait: 60)).Until("bakeEnded");

        world.Fault(FleetSide.New, times: null).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Timeline.Should().NotContain(line => line.EndsWith("relaunched", StringComparison.Ordinal));
        world.Endpoint.Current!.InService.Should().Be(6);
    }

    [Fact]
    public void UpdateEndpoint_CapacityMissingInTheFirstBatch_OnlyTakesThatBatchBack()
    {
        var world = new TestWorld().Endpoints(5).Fault(FleetSide.New, atInstance: 2);

        world.Update("v2", Configs.Rolling("2", wait: 60)).ToTheEnd();

        world.Deployment.Rollback!.ToString().Should().Be("retire 1 new");
        world.Endpoint.Current!.InService.Should().Be(5);
    }

    [Fact]
    public void UpdateEndpoint_TimeoutInABake_RollsBackAtTheLimit()
    {
        var world = new TestWorld().Endpoints(5);

        world.Update("v2", Configs.Rolling("1", wait: 400, timeout: 600)).ToTheEnd();

        world.Timeline.Should().Contain("600 timedOut");
        world.Endpoint.FailureReason.Should().Be(
            "Endpoint update exceeded the maximum execution timeout of 600 seconds and was rolled back.");
        world.Endpoint.ConfigName.Should().Be("v1");
    }

    [Fact]
    public void UpdateEndpoint_TimeoutWhileASecondBatchIsLaunched_MovesTrafficBackWithoutWaitingForIt()
    {
        var timings = new FleetTimings { Launch = TimeSpan.FromSeconds(500) };
        var world = new TestWorld(new WorldSettings { Timings = timings }).Endpoints(2);

        world.Update("v2", Configs.Rolling("1", wait: 0, timeout: 600)).ToTheEnd();

        // The launch that is under way at 600 s would be up at 1002 s: the old one that replaces it is ordered at 600 s.
        world.Timeline.Should().ContainInOrder("600 timedOut", "600 launching", "1100 launched", "1100 shiftingBack");
        world.Endpoint.Current!.InService.Should().Be(2);
    }

    private static TestWorld TrippedInSecondBake(DeploymentConfig config) => new TestWorld().Endpoints(5).Alarm("bad")
        .Update("v2", config.Watching("bad")).Until("bakeStarted", times: 2).SetAlarm("bad", AlarmState.Alarm);
}
