using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>What an alarm does to a deployment.</summary>
public sealed class AlarmRollbackScenarioTests
{
    private const string Tripped =
        "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: bad.";

    [Fact]
    public void SetAlarmState_InTheMiddleOfABake_TakesEverythingBack()
    {
        var world = Baking(Configs.AllAtOnce(termination: 300)).Advance(100);

        world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoint.ConfigName.Should().Be("v1");
        world.Endpoint.FailureReason.Should().Be(Tripped);
        world.Endpoint.Pending.Should().BeNull();
        world.Endpoint.Current!.InService.Should().Be(4);
        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Timeline.Should().EndWith([
            "116 alarmTripped", "116 rollbackStarted", "116 shiftingBack",
            "117 shifted", "117 retiring", "118 retired", "118 rolledBack",
        ]);
    }

    [Fact]
    public void SetAlarmState_BetweenTwoPolls_IsSeenByTheNextOne()
    {
        var world = Baking(Configs.AllAtOnce(termination: 300)).Advance(43);

        world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        world.Timeline.Should().Contain("56 alarmTripped", "polls are 10 s apart from the bake's start at 6 s");
    }

    [Fact]
    public void SetAlarmState_TripsAndClearsBetweenTwoPolls_StillTrips()
    {
        var world = Baking(Configs.AllAtOnce(termination: 300)).Advance(41);

        world.SetAlarm("bad", AlarmState.Alarm).Advance(1).SetAlarm("bad", AlarmState.Ok).ToTheEnd();

        world.Endpoint.FailureReason.Should().Be(Tripped);
    }

    [Fact]
    public void UpdateEndpoint_InAlarmBefore_RollsBackAtTheFirstLook()
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").Advance(56).SetAlarm("bad", AlarmState.Alarm);

        world.Update("v2", Configs.AllAtOnce(termination: 300).Watching("bad")).ToTheEnd();

        world.Timeline.Should().ContainInOrder("6 bakeStarted", "6 alarmTripped");
    }

    [Fact]
    public void UpdateEndpoint_InAlarmBeforeButClearedBeforeTraffic_Succeeds()
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").SetAlarm("bad", AlarmState.Alarm);

        world.Update("v2", Configs.AllAtOnce(termination: 300).Watching("bad")).Advance(4)
            .SetAlarm("bad", AlarmState.Ok).ToTheEnd();

        world.Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void UpdateEndpoint_InAlarmUntilTheVeryInstantOfTheFirstShift_RollsBack()
    {
        var world = TestWorld.Instant.Endpoints(4).Alarm("bad").Advance(30).SetAlarm("bad", AlarmState.Alarm);

        world.SetAlarm("bad", AlarmState.Ok).Update("v2", Configs.AllAtOnce(termination: 300).Watching("bad")).ToTheEnd();

        world.Endpoint.ConfigName.Should().Be("v1", "an alarm counts that was in ALARM at the first shift or later");
    }

    [Fact]
    public void SetAlarmState_BetweenTwoBatches_RollsBackAtTheNextBakesStart()
    {
        var world = Baking(Configs.Rolling("1", wait: 60)).Until("bakeEnded").Advance(3);

        world.SetAlarm("bad", AlarmState.Alarm).Advance(1).SetAlarm("bad", AlarmState.Ok).ToTheEnd();

        world.Timeline.Should().ContainInOrder("73 bakeStarted", "73 alarmTripped");
        world.Endpoint.ConfigName.Should().Be("v1");
    }

    [Fact]
    public void SetAlarmState_AfterTheLastRetirementWasOrdered_ComesTooLate()
    {
        var world = Baking(Configs.AllAtOnce(termination: 300)).Until("retiring");

        world.SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        world.Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void SetAlarmState_InsufficientData_DoesNotTrip()
    {
        var world = Baking(Configs.AllAtOnce(termination: 300));

        world.SetAlarm("bad", AlarmState.InsufficientData).ToTheEnd();

        world.Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void DeleteAlarms_DuringABake_TakesEverythingBack()
    {
        var world = Baking(Configs.AllAtOnce(termination: 300));

        world.Apply(new DeleteAlarms(TestWorld.RegionName, ["bad"]));

        world.ToTheEnd().Endpoint.FailureReason.Should().Be(
            "Endpoint update was rolled back because the following CloudWatch alarm(s) could not be found: bad.");
    }

    [Fact]
    public void PutMetricData_ErrorsDuringABake_TripByEvaluationAlone()
    {
        // In service at 00:00:05, so traffic settles and the bake begins at 00:00:11, with polls at :01, :11, :21 …
        var world = Baking(Configs.AllAtOnce(termination: 300)).Advance(79);

        world.Apply(Samples.Put(1));

        world.ToTheEnd().Journal.Single(entry => entry.Event == "alarmTripped").Time
            .Should().Be(new DateTimeOffset(2026, 1, 1, 0, 2, 1, TimeSpan.Zero), "00:01:30 is evaluated at 00:02:00");
    }

    [Fact]
    public void PutMetricData_EvaluatedAtTheInstantAtWhichTheBakeEnds_StillTrips()
    {
        var world = TestWorld.Instant.Endpoints(2).Alarm("bad");

        world.Update("v2", Configs.AllAtOnce(termination: 60).Watching("bad")).Advance(30).Apply(Samples.Put(1));

        world.ToTheEnd().Timeline.Should().ContainInOrder("60 alarmTripped", "60 rolledBack");
    }

    [Fact]
    public void UpdateEndpoint_RollbackStatusSet_IsShownOnTheWayBack()
    {
        var settings = new WorldSettings { RollbackStatus = EndpointStatus.RollingBack };
        var world = new TestWorld(settings).Endpoints(4).Alarm("bad");

        world.Update("v2", Configs.AllAtOnce(termination: 300).Watching("bad")).Until("bakeStarted");
        world.SetAlarm("bad", AlarmState.Alarm).Until("rollbackStarted");

        world.Endpoint.Status.Should().Be(EndpointStatus.RollingBack);
        world.ToTheEnd().Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    // Four instances and an alarm; the first bake has just begun, 6 s after the call.
    private static TestWorld Baking(DeploymentConfig config) =>
        new TestWorld().Endpoints(4).Alarm("bad").Update("v2", config.Watching("bad")).Until("bakeStarted");
}
