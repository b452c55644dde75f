using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

/// <summary>What happened to alarms (cloudwatch.md §4).</summary>
public sealed class AlarmHistoryTests
{
    private static readonly AlarmActions Topics = new() { Ok = ["arn:ok"], Alarm = ["arn:first", "arn:second"] };
    private readonly TestWorld _world = new();

    [Fact]
    public void Alarm_FromCreationToDeletion_IsWrittenDownInOrder()
    {
        Put("a", Topics);
        _world.SetAlarm("a", AlarmState.Alarm).SetAlarm("a", AlarmState.Alarm);
        Put("a", Topics);
        _world.Apply(new DeleteAlarms(TestWorld.RegionName, ["a"]));

        Events().Should().Equal(
            "AlarmCreated", "StateUpdate InsufficientData Alarm", "arn:first", "arn:second", "AlarmUpdated", "AlarmDeleted");
    }

    [Fact]
    public void Alarm_StaysInAlarm_RepeatsWhatAutoScalingDoes()
    {
        const string Policy = "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1";
        Put("a", new AlarmActions { Alarm = [Policy, "arn:aws:sns:us-east-1:123456789012:topic"] });

        _world.Advance(30).SetAlarm("a", AlarmState.Alarm).Advance(150);

        Events().Count(each => each == Policy).Should().Be(4, "once at 0:30, and at each full minute to 3:00");
        Events().Count(each => each.Contains(":sns:")).Should().Be(1);
    }

    [Fact]
    public void Alarm_PutAgain_KeepsItsStateUntilItsNextEvaluation()
    {
        _world.Alarm("a").Advance(20).SetAlarm("a", AlarmState.Alarm).Alarm("a");

        var kept = _world.Region.Alarms.Find("a")!.State;

        kept.Should().Be(AlarmState.Alarm);
        _world.Advance(40).Region.Alarms.Find("a")!.State.Should().Be(AlarmState.Ok);
    }

    [Fact]
    public void Alarm_ActionsDisabled_ChangesItsStateWithoutThem()
    {
        Put("a", Topics);
        _world.Apply(new SetAlarmActions(TestWorld.RegionName, ["a", "not there"], Enabled: false));
        _world.SetAlarm("a", AlarmState.Alarm);
        _world.Apply(new SetAlarmActions(TestWorld.RegionName, ["a"], Enabled: true));
        _world.SetAlarm("a", AlarmState.Ok);

        Events().Skip(1).Should().Equal("StateUpdate InsufficientData Alarm", "StateUpdate Alarm Ok", "arn:ok");
    }

    [Fact]
    public void At_TwoWeeksLater_HoldsNothingOlder()
    {
        Put("a", Topics);

        _world.Advance(14 * 86_400);
        Events().Should().HaveCount(1);
        _world.Advance(1);

        Events().Should().BeEmpty();
    }

    [Fact]
    public void Evaluation_EntersAState_SaysWhyForMachines()
    {
        _world.Apply(Samples.Put(1));
        _world.Advance(60);
        Put("a", AlarmActions.None);

        var data = _world.Region.Alarms.Find("a")!.Current.ReasonData;

        data.Should().Be(
            """{"version":"1.0","queryDate":"2026-01-01T00:01:00.000+0000","startDate":"2026-01-01T00:00:00.000+0000","statistic":"Sum","period":60,"recentDatapoints":[1.0],"threshold":0.0,"evaluatedDatapoints":[{"timestamp":"2026-01-01T00:00:00.000+0000","sampleCount":1.0,"value":1.0}]}""");
    }

    [Fact]
    public void Evaluation_PointsAreMissing_HaveTheirTimestampsOnly()
    {
        var configuration =
            Samples.Alarm with { EvaluationPeriods = 2, DatapointsToAlarm = 2, TreatMissingData = MissingData.Breaching };
        _world.Apply(new PutMetricAlarm(TestWorld.RegionName, "a", configuration, "{}"));

        var data = _world.Region.Alarms.Find("a")!.Current.ReasonData;

        data.Should().Be(
            """{"version":"1.0","queryDate":"2026-01-01T00:00:00.000+0000","statistic":"Sum","period":60,"recentDatapoints":[],"threshold":0.0,"evaluatedDatapoints":[{"timestamp":"2025-12-31T23:59:00.000+0000"},{"timestamp":"2025-12-31T23:58:00.000+0000"}]}""");
    }

    [Fact]
    public void Evaluation_OfADayOfPeriods_StaysWithinAwsLimits()
    {
        var source = new SingleMetric(Samples.Stat with { PeriodInSeconds = 10 });
        var configuration =
            Samples.Alarm with { Source = source, EvaluationPeriods = 1000, DatapointsToAlarm = 1, Threshold = 1.0 / 3 };
        for (var i = 0; i < 1000; i++)
        {
            _world.Advance(10).Apply(Samples.Put(1e-7 / 3, resolution: 1));
        }

        _world.Apply(new PutMetricAlarm(TestWorld.RegionName, "a", configuration, "{}"));

        var state = _world.Region.Alarms.Find("a")!.Current;
        state.Value.Should().Be(AlarmState.Ok);
        state.ReasonData!.Length.Should().BeInRange(1000, 4000);
        state.Reason.Length.Should().BeLessThanOrEqualTo(1023);
    }

    [Theory]
    [InlineData(99, 999, true)]
    [InlineData(99, 1000, false)]
    [InlineData(90, 99, true)]
    [InlineData(90, 100, false)]
    [InlineData(10, 99, true)]
    [InlineData(10, 100, false)]
    [InlineData(100, 1, false)]
    public void Evaluation_PercentileOfFewSamples_KeepsTheStateWhereAskedTo(int percent, int samples, bool keeps)
    {
        var source = new SingleMetric(Samples.Stat with { Statistic = Statistic.Find($"p{percent}")! });
        _world.Apply(Samples.Put(SampleSet.Of(1, samples)));
        _world.Advance(60);

        foreach (var ignores in (bool[])[true, false])
        {
            _world.Apply(new PutMetricAlarm(
                TestWorld.RegionName, $"{ignores}", Samples.Alarm with { Source = source, IgnoresLowSampleCount = ignores }, "{}"));
        }

        (_world.Region.Alarms.Find("True")!.State, _world.Region.Alarms.Find("False")!.State).Should().Be(
            (keeps ? AlarmState.InsufficientData : AlarmState.Alarm, AlarmState.Alarm));
    }

    private void Put(string name, AlarmActions actions) =>
        _world.Apply(new PutMetricAlarm(TestWorld.RegionName, name, Samples.Alarm with
        { TreatMissingData = MissingData.Ignore }, "{}")
        { Actions = actions });

    private IEnumerable<string> Events() => _world.Region.AlarmHistory.At(_world.World.Now).Select(item => item.Event switch
    {
        StateUpdate update => $"StateUpdate {update.Old.Value} {update.New.Value}",
        ActionExecuted action => action.Action,
        var other => other.GetType().Name,
    });
}
