using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

/// <summary>The warm-up periods of CloudWatch's user guide, Alarm warm-up periods.</summary>
public sealed class WarmUpTests
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:topic";

    /// <summary>Without data it breaches, so without a warm-up period it goes into ALARM at once.</summary>
    private static readonly AlarmConfiguration Breaching = Samples.Alarm with { TreatMissingData = MissingData.Breaching };

    private readonly TestWorld _world = new();

    [Fact]
    public void PutMetricAlarm_WithoutWarmUp_IsEvaluatedAtOnce()
    {
        var alarm = Put(Breaching);

        (alarm.State, alarm.IsWarmingUp).Should().Be((AlarmState.Alarm, false));
        Actions(alarm).Should().Be(1);
    }

    [Fact]
    public void PutMetricAlarm_WithWarmUp_IsEvaluatedAfterIt()
    {
        var alarm = Put(Breaching with { WarmUp = new(30, IsWhole: false) });

        Minute(29.5);
        (alarm.State, alarm.IsWarmingUp, Actions(alarm)).Should().Be((AlarmState.InsufficientData, true, 0));

        Minute(30);
        (alarm.State, alarm.IsWarmingUp, Actions(alarm)).Should().Be((AlarmState.Alarm, false, 1));
        Ends().Should().Equal("30 Elapsed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void WarmUp_TheExampleOfTheUserGuide_EndsWhenTheWindowIsFull(int datapointsToAlarm)
    {
        var alarm = Put(Samples.Alarm with
        {
            Source = new SingleMetric(Samples.Stat with { PeriodInSeconds = 300 }),
            EvaluationPeriods = 3,
            DatapointsToAlarm = datapointsToAlarm,
            WarmUp = new(60, IsWhole: false),
        });

        PublishEachMinute(from: 4, to: 18);
        alarm.IsWarmingUp.Should().BeTrue();

        Minute(19);
        (alarm.State, alarm.IsWarmingUp).Should().Be((AlarmState.Alarm, false));
        Ends().Should().Equal("19 WindowFilled");
    }

    [Fact]
    public void WarmUp_OfWholeLength_DoesNotEndWithData()
    {
        var alarm = Put(Samples.Alarm with { WarmUp = new(5, IsWhole: true) });

        PublishEachMinute(from: 0, to: 4);
        alarm.State.Should().Be(AlarmState.InsufficientData);

        Minute(5);
        alarm.State.Should().Be(AlarmState.Alarm);
        Ends().Should().Equal("5 Elapsed");
    }

    [Fact]
    public void WarmUp_DataThatHaveStopped_DoNotEndIt()
    {
        PublishEachMinute(from: 0, to: 1);
        Minute(10);

        var alarm = Put(Breaching with { WarmUp = new(30, IsWhole: false) });
        Minute(20);

        alarm.IsWarmingUp.Should().BeTrue("the newest period has no datapoint");
    }

    [Fact]
    public void WarmUp_OfAMetricThatHasData_EndsAtOnce()
    {
        PublishEachMinute(from: 0, to: 9);
        Minute(10);

        var alarm = Put(Samples.Alarm with { WarmUp = new(30, IsWhole: false) });

        (alarm.State, alarm.IsWarmingUp).Should().Be((AlarmState.Alarm, false));
    }

    [Fact]
    public void WarmUp_OnMetricMath_EndsWithTheDataOfItsMetrics()
    {
        var source = new MetricMathSource([new("m", Samples.Stat, null), new("twice", null, "2 * m")], "twice");
        var alarm = Put(Samples.Alarm with { Source = source, WarmUp = new(30, IsWhole: false) });

        PublishEachMinute(from: 2, to: 2);
        Minute(3);

        (alarm.State, alarm.IsWarmingUp).Should().Be((AlarmState.Alarm, false));
    }

    // Created at 0 with ten minutes, and put again at 5 (in the period) or at 20 (after it).
    [Theory]
    [InlineData(5, 20, "20 Elapsed", AlarmState.InsufficientData)]
    [InlineData(5, 7, "7 Elapsed", AlarmState.InsufficientData)]
    [InlineData(5, 3, "5 Updated", AlarmState.Alarm)]
    [InlineData(5, null, "5 Updated", AlarmState.Alarm)]
    [InlineData(20, 60, "10 Elapsed", AlarmState.Alarm)]
    [InlineData(20, null, "10 Elapsed", AlarmState.Alarm)]
    public void PutMetricAlarm_Again_ChangesTheWarmUpButDoesNotRestartIt(
        int at, int? minutes, string ends, AlarmState aMinuteLater)
    {
        var alarm = Put(Breaching with { WarmUp = new(10, IsWhole: false) });
        Minute(at);

        Put(Breaching with { WarmUp = minutes is { } length ? new(length, IsWhole: true) : null });

        Minute(at + 1);
        alarm.State.Should().Be(aMinuteLater);
        Minute(120);
        Ends().Should().Equal(ends);
        alarm.State.Should().Be(AlarmState.Alarm);
    }

    [Fact]
    public void PutMetricAlarm_AlarmWasCreatedWithoutWarmUp_GetsNone()
    {
        var alarm = Put(Breaching);

        Put(Breaching with { WarmUp = new(10, IsWhole: true) });

        (alarm.State, alarm.IsWarmingUp).Should().Be((AlarmState.Alarm, false));
    }

    [Fact]
    public void SetAlarmState_InTheWarmUp_RunsNoActionsAndLastsUntilTheNextEvaluation()
    {
        var alarm = Put(Breaching with { WarmUp = new(10, IsWhole: false) });
        Minute(2.5);

        _world.SetAlarm("bad", AlarmState.Alarm);
        var forced = alarm.State;
        Minute(3);

        (forced, alarm.State, Actions(alarm)).Should().Be((AlarmState.Alarm, AlarmState.InsufficientData, 0));
    }

    [Fact]
    public void DeleteAlarms_ThenPutAgain_BeginsANewWarmUp()
    {
        Put(Breaching with { WarmUp = new(10, IsWhole: false) });
        Minute(5);
        _world.Apply(new DeleteAlarms(TestWorld.RegionName, ["bad"]));

        Put(Breaching with { WarmUp = new(10, IsWhole: false) });

        Minute(60);
        Ends().Should().Equal("15 Elapsed");
    }

    [Fact]
    public void WarmUp_ThatEnds_UpdatesTheTimeOfTheState()
    {
        var alarm = Put(Samples.Alarm with { WarmUp = new(10, IsWhole: false) });

        Minute(11);

        (alarm.UpdatedAt, alarm.Current.Since).Should().Be((At(10), At(0)), "the evaluation state has changed, the state has not");
    }

    private static DateTimeOffset At(double minute) => new WorldSettings().Start.AddMinutes(minute);

    private MetricAlarm Put(AlarmConfiguration configuration)
    {
        _world.Apply(new PutMetricAlarm(TestWorld.RegionName, "bad", configuration, "{}")
        {
            Actions = new() { Alarm = [Topic], InsufficientData = [Topic] },
        });
        return (MetricAlarm)_world.Region.Alarms.Find("bad")!;
    }

    private void Minute(double minute) => _world.Advance((At(minute) - _world.World.Now).TotalSeconds);

    private void PublishEachMinute(int from, int to)
    {
        for (var minute = from; minute <= to; minute++)
        {
            Minute(minute);
            _world.Apply(Samples.Put(1));
        }
    }

    private int Actions(Alarm alarm) =>
        _world.Region.AlarmHistory.At(_world.World.Now)
            .Count(item => item.AlarmName == alarm.Name && item.Event is ActionExecuted);

    private IEnumerable<string> Ends() =>
        from happened in _world.World.Log.After(0, 10_000)
        where happened.Data is WarmUpEnded
        select FormattableString.Invariant($"{(happened.At - At(0)).TotalMinutes} {((WarmUpEnded)happened.Data).Why}");
}
