using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>MaximumExecutionTimeoutInSeconds: what it stops and what it does not.</summary>
public sealed class TimeoutScenarioTests
{
    [Fact]
    public void UpdateEndpoint_LimitInABake_RollsBackAtTheLimit()
    {
        var world = new TestWorld().Endpoints(2);

        world.Update("v2", Configs.AllAtOnce(termination: 3600, timeout: 600)).ToTheEnd();

        world.Timeline.Should().ContainInOrder("6 bakeStarted", "600 timedOut", "600 rollbackStarted");
        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
    }

    [Fact]
    public void UpdateEndpoint_LimitDuringTheFirstLaunch_IsNoticedOnlyBeforeTraffic()
    {
        var world = Slow(launch: 900).Endpoints(2);

        world.Update("v2", Configs.AllAtOnce(timeout: 600)).ToTheEnd();

        world.Timeline.Should().ContainInOrder("0 launching", "900 timedOut");
        world.Deployment.Rollback!.ToString().Should().Be("retire 2 new");
    }

    [Fact]
    public void UpdateEndpoint_LimitAtTheEndOfTheLastBake_DoesNotUndoWhatIsFinished()
    {
        var world = TestWorld.Instant.Endpoints(2);

        world.Update("v2", Configs.AllAtOnce(termination: 600, timeout: 600)).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
    }

    [Fact]
    public void UpdateEndpoint_LimitDuringTheLastRetirement_DoesNotUndoIt()
    {
        var timings = new FleetTimings { Termination = TimeSpan.FromSeconds(900) };
        var world = new TestWorld(new WorldSettings { Timings = timings }).Endpoints(2);

        world.Update("v2", Configs.AllAtOnce(timeout: 600)).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
    }

    [Fact]
    public void UpdateEndpoint_NoLimitGiven_ItIsEightHours()
    {
        var world = TestWorld.Instant.Endpoints(10);

        world.Update("v2", Configs.Rolling("1", wait: 3600)).ToTheEnd();

        world.Timeline.Should().Contain("28800 timedOut");
    }

    [Fact]
    public void UpdateEndpoint_RollbackTakesLongerThanTheLimit_IsNotStopped()
    {
        var world = Slow(launch: 900).Endpoints(4).Alarm("bad");
        world.Update("v2", Configs.Rolling("2", wait: 60, timeout: 2000).Watching("bad")).Until("bakeStarted", times: 2);

        world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Deployment.EndedAt.Should().BeAfter(world.Deployment.Deadline);
    }

    private static TestWorld Slow(int launch) =>
        new(new WorldSettings { Timings = new() { Launch = TimeSpan.FromSeconds(launch) } });
}
