using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

/// <summary>When alarms are evaluated, and from which data.</summary>
public sealed class AlarmWatchTests
{
    [Fact]
    public void PutMetricData_AboveTheThreshold_IsSeenOnTheNextFullMinute()
    {
        var world = new TestWorld();
        var alarm = Put(world, Samples.Alarm);

        world.Advance(30).Apply(Samples.Put(1));

        StateAfter(world, 29, alarm).Should().Be(AlarmState.InsufficientData);
        StateAfter(world, 1, alarm).Should().Be(AlarmState.Alarm);
        alarm.Current.Since.Should().Be(new DateTimeOffset(2026, 1, 1, 0, 1, 0, TimeSpan.Zero));
    }

    [Fact]
    public void PutMetricAlarm_DataAreThere_EvaluatesAtOnce()
    {
        var world = new TestWorld();
        world.Apply(Samples.Put(1));
        world.Advance(70);

        var alarm = Put(world, Samples.Alarm);

        alarm.State.Should().Be(AlarmState.Alarm);
    }

    [Fact]
    public void PutMetricAlarm_NoData_IsUnchecked()
    {
        var alarm = Put(new TestWorld(), Samples.Alarm);

        (alarm.State, alarm.Current.Reason).Should().Be((AlarmState.InsufficientData, "Unchecked: Initial alarm creation"));
    }

    [Fact]
    public void PutMetricAlarm_Again_ReplacesTheConfigurationAndKeepsTheState()
    {
        var world = new TestWorld();
        var alarm = Put(world, Samples.Alarm with { TreatMissingData = MissingData.Ignore });
        world.SetAlarm("bad", AlarmState.Alarm);

        var again = Put(world, Samples.Alarm with { TreatMissingData = MissingData.Ignore, Threshold = 7 });

        again.Should().BeSameAs(alarm);
        (again.State, again.Configuration.Threshold).Should().Be((AlarmState.Alarm, 7));
    }

    [Fact]
    public void SetAlarmState_EvaluationSaysOtherwise_LastsUntilTheNextOne()
    {
        var world = new TestWorld().Alarm("bad");
        var alarm = (MetricAlarm)world.Region.Alarms.Find("bad")!;

        world.Advance(20).SetAlarm("bad", AlarmState.Alarm);

        StateAfter(world, 39, alarm).Should().Be(AlarmState.Alarm);
        StateAfter(world, 1, alarm).Should().Be(AlarmState.Ok);
    }

    // The suppressor's extension period of zero adds work for this very moment, before the kind of evaluations.
    [Fact]
    public void SetAlarmState_OfASuppressorAtAFullMinute_LastsUntilTheNextOne()
    {
        var world = new TestWorld();
        var suppressor = Put(world, Samples.Alarm);
        world.Alarm("watched");
        world.Apply(new PutCompositeAlarm(
            TestWorld.RegionName,
            "both",
            new("ALARM(watched)", ["watched"], new("bad", TimeSpan.FromSeconds(60), TimeSpan.Zero)),
            "{}"));

        world.SetAlarm("bad", AlarmState.Alarm).SetAlarm("watched", AlarmState.Alarm).SetAlarm("bad", AlarmState.Ok);

        suppressor.State.Should().Be(AlarmState.Ok);
        StateAfter(world, 59, suppressor).Should().Be(AlarmState.Ok);
        StateAfter(world, 1, suppressor).Should().Be(AlarmState.InsufficientData);
    }

    [Fact]
    public void SetAlarmState_SameState_ChangesNothing()
    {
        var world = new TestWorld().Alarm("bad").SetAlarm("bad", AlarmState.Alarm);
        var alarm = (MetricAlarm)world.Region.Alarms.Find("bad")!;
        var since = alarm.UpdatedAt;

        world.Advance(20).SetAlarm("bad", AlarmState.Alarm);

        alarm.UpdatedAt.Should().Be(since);
    }

    [Fact]
    public void PutMetricData_TenSecondPeriod_IsSeenAfterTenSeconds()
    {
        var world = new TestWorld();
        var alarm = Put(world, Samples.Alarm with { Source = new SingleMetric(Samples.Stat with { PeriodInSeconds = 10 }) });

        world.Advance(12).Apply(Samples.Put(1, resolution: 1));

        StateAfter(world, 7, alarm).Should().Be(AlarmState.InsufficientData);
        StateAfter(world, 1, alarm).Should().Be(AlarmState.Alarm, "12 s is evaluated at 20 s");
    }

    [Fact]
    public void PutMetricData_FiveMinutePeriod_TheWindowSlidesByTheMinute()
    {
        var world = new TestWorld();
        var alarm = Put(
            world, Samples.Alarm with { Source = new SingleMetric(Samples.Stat with { PeriodInSeconds = 300 }), Threshold = 1 });
        world.Advance(4 * 60).Apply(Samples.Put(1));
        world.Advance(4 * 60).Apply(Samples.Put(1));

        // The two are four minutes apart, in different halves of the hour's grid, and in one window at 00:09.
        var state = StateAfter(world, 60, alarm);

        state.Should().Be(AlarmState.Alarm);
    }

    [Fact]
    public void PutMetricData_LateData_CountAtTheNextEvaluation()
    {
        var world = new TestWorld();
        var alarm = Put(world, Samples.Alarm);
        world.Advance(130);

        world.Apply(Samples.Put(1, at: world.World.Now.AddSeconds(-40)));

        StateAfter(world, 50, alarm).Should().Be(AlarmState.Alarm);
    }

    [Fact]
    public void DeleteAlarms_ThenPutAgain_IsEvaluatedOnTheGridAndSleeps()
    {
        var world = new TestWorld().Alarm("bad").Alarm("worse");

        var deleted = world.Apply(new DeleteAlarms(TestWorld.RegionName, ["bad", "worse", "not there"]));
        world.Alarm("bad");

        deleted.Should().Be(2);
        var alarm = (MetricAlarm)world.Region.Alarms.Find("bad")!;
        alarm.LookAt.Should().Be(world.World.Now.AddMinutes(1));
        world.Advance(60).World.Schedule.Count.Should().Be(0, "without data, the alarm cannot change");
        alarm.LookAt.Should().BeNull();
    }

    [Fact]
    public void DeleteAlarms_AllOfThem_NothingWaitsAnyMore()
    {
        var world = new TestWorld().Alarm("bad");

        world.Apply(new DeleteAlarms(TestWorld.RegionName, ["bad"]));

        world.Advance(60).World.Schedule.Count.Should().Be(0);
    }

    private static MetricAlarm Put(TestWorld world, AlarmConfiguration configuration)
    {
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "bad", configuration, "{}"));
        return (MetricAlarm)world.Region.Alarms.Find("bad")!;
    }

    private static AlarmState StateAfter(TestWorld world, double seconds, Alarm alarm)
    {
        world.Advance(seconds);
        return alarm.State;
    }
}
