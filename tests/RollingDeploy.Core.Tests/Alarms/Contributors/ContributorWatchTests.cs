using System.Globalization;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms.Contributors;

/// <summary>
/// Alarms on a query with GROUP BY: each time series is evaluated, and the alarm follows (user guide, create a CloudWatch alarm
/// based on a Metrics Insights query).
/// </summary>
public sealed class ContributorWatchTests
{
    private const string Query = "SELECT MAX(m) FROM N GROUP BY e ORDER BY MAX() DESC";
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:topic";

    private readonly TestWorld _world = new();

    [Fact]
    public void Evaluate_OneOfTwoBreaches_IsInAlarmWithOneContributor()
    {
        var alarm = Put();

        Report(("a", 1), ("b", 9));
        _world.Advance(60);

        (alarm.State, alarm.Current.Reason).Should().Be((AlarmState.Alarm, "1 out of 2 time series evaluated to ALARM"));
        alarm.Current.ReasonData.Should().Be("""{"version":"1.0","queryDate":"2026-01-01T00:01:00.000+0000"}""");
        var only = alarm.Contributors.Values.Single();
        only.Contributor.Attributes.Should().Equal(new Dimension("e", "b"));
        only.Contributor.Id.Should().MatchRegex("^[0-9a-f]{16}$");
        (only.State.Reason, only.State.Since).Should().Be((
            "Threshold Crossed: 1 datapoint was greater than the threshold (5.0). The most recent datapoint which crossed the "
            + "threshold: [9.0 (01/01/26 00:00:00)].", _world.World.Now));
    }

    [Fact]
    public void Evaluate_NoneBreaches_IsOk()
    {
        var alarm = Put();

        Report(("a", 1), ("b", 2));
        _world.Advance(60);

        (alarm.State, alarm.Current.Reason).Should().Be((AlarmState.Ok, "2 time series evaluated to OK"));
        alarm.Contributors.Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_AnotherContributorBreaches_KeepsTheStateOfTheAlarm()
    {
        var alarm = Put();
        Report(("a", 1), ("b", 9));
        _world.Advance(60);
        var since = alarm.Current.Since;

        Report(("a", 7), ("b", 1));
        _world.Advance(60);

        (alarm.State, alarm.Current.Since).Should().Be((AlarmState.Alarm, since));
        alarm.Contributors.Values.Single().Contributor.Attributes.Single().Value.Should().Be("a");
        Updates().Should().Equal(
            "b ALARM", "b OK", "a ALARM");
    }

    [Fact]
    public void Evaluate_AContributorHasNoDataAnyMore_IsOkHoweverMissingDataIsTreated()
    {
        var alarm = Put(alarm => alarm with { TreatMissingData = MissingData.Breaching });
        Report(("a", 1), ("b", 9));
        _world.Advance(60);

        for (var i = 0; i < 3; i++)
        {
            Report(("a", 1));
            _world.Advance(60);
        }

        (alarm.State, alarm.Current.Reason).Should().Be((AlarmState.Ok, "1 time series evaluated to OK"));
        _world.Region.AlarmHistory.At(_world.World.Now).Select(item => item.Event).OfType<ContributorStateUpdate>().Last().State
            .Reason.Should().Be("No data was returned for this contributor");
    }

    [Theory]
    [InlineData(MissingData.Missing, AlarmState.InsufficientData, "Missing")]
    [InlineData(MissingData.NotBreaching, AlarmState.Ok, "NonBreaching")]
    [InlineData(MissingData.Breaching, AlarmState.Alarm, "Breaching")]
    public void Evaluate_NoSeriesAtAll_TreatsMissingData(MissingData treatment, AlarmState state, string word)
    {
        var alarm = Put(alarm => alarm with { TreatMissingData = treatment });
        Report(("a", treatment == MissingData.Breaching ? 1 : 9));
        _world.Advance(60);

        _world.Advance(600);

        (alarm.State, alarm.Current.Reason).Should().Be(
            (state, $"No time series were returned by the query. Treat missing data is configured as [{word}]."));
        alarm.Contributors.Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_NoSeriesAndMissingDataIsIgnored_KeepsTheState()
    {
        var alarm = Put(alarm => alarm with { TreatMissingData = MissingData.Ignore });
        Report(("a", 9));
        _world.Advance(60);

        _world.Advance(600);

        alarm.State.Should().Be(AlarmState.Alarm);
        alarm.Contributors.Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_TwoOfThreeDatapoints_CountsThemForEachContributor()
    {
        var alarm = Put(alarm => alarm with { EvaluationPeriods = 3, DatapointsToAlarm = 2 });

        Report(("a", 9), ("b", 9));
        _world.Advance(60);
        Report(("a", 1), ("b", 1));
        _world.Advance(60);
        Report(("a", 1), ("b", 8));
        _world.Advance(60);

        alarm.Contributors.Values.Single().State.Reason.Should().Be(
            "Threshold Crossed: 2 datapoints were greater than the threshold (5.0). The most recent datapoint which crossed the "
            + "threshold: [8.0 (01/01/26 00:02:00)].");
    }

    [Theory]
    [InlineData(95, 150, "95 out of 150 time series evaluated to ALARM", 95)]
    [InlineData(100, 150, "100 out of 150 time series evaluated to ALARM", 100)]
    [InlineData(105, 150, "100+ time series evaluated to ALARM", 100)]
    public void Evaluate_OfManyContributors_HasAtMostAHundredInAlarm(int breaching, int all, string reason, int contributors)
    {
        var alarm = Put();

        Report([.. Enumerable.Range(0, all).Select(i => ($"e{i:000}", i < breaching ? 9.0 : 1.0))]);
        _world.Advance(60);

        (alarm.Current.Reason, alarm.Contributors.Count).Should().Be((reason, contributors));
    }

    [Fact]
    public void Evaluate_OfMoreThan500Series_IsPartial()
    {
        var alarm = Put();

        Report([.. Enumerable.Range(0, 501).Select(i => ($"{i}", 1.0))]);
        _world.Advance(60);

        (alarm.IsPartial, alarm.Current.Reason).Should().Be((true, "500 time series evaluated to OK"));
    }

    [Theory]
    [InlineData("arn:aws:sns:us-east-1:123456789012:topic", 1, 1)]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f", 1, 1)]
    [InlineData("arn:aws:ssm:us-east-1:123456789012:opsitem:1", 1, 1)]
    [InlineData("arn:aws:automate:us-east-1:ec2:stop", 0, 1)]
    [InlineData("arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:p", 1, 0)]
    [InlineData("arn:aws:ssm-incidents::123456789012:response-plan/p", 1, 0)]
    public void Enter_WithAnAction_RunsItForTheAlarmOrForItsContributors(string action, int ofAlarm, int ofContributor)
    {
        Put(actions: new() { Alarm = [action] });

        Report(("a", 9));
        _world.Advance(60);

        var events = _world.Region.AlarmHistory.At(_world.World.Now).Select(item => item.Event).ToList();
        (events.OfType<ActionExecuted>().Count(), events.OfType<ContributorActionExecuted>().Count()).Should().Be(
            (ofAlarm, ofContributor));
    }

    [Fact]
    public void Enter_WithActionsDisabled_RunsNone()
    {
        Put(actions: new() { Alarm = [Topic], Enabled = false });

        Report(("a", 9));
        _world.Advance(60);

        _world.Region.AlarmHistory.At(_world.World.Now).Select(item => item.Event).OfType<ContributorActionExecuted>()
            .Should().BeEmpty();
    }

    [Fact]
    public void Put_AgainOnAMetric_ForgetsTheContributors()
    {
        var alarm = Put();
        Report(("a", 9));
        _world.Advance(60);

        _world.Apply(new PutMetricAlarm(TestWorld.RegionName, "fleet", Samples.Alarm, "{}"));

        (alarm.Contributors.Count, alarm.HasContributors).Should().Be((0, false));
    }

    [Fact]
    public void Put_OfTheTwoHundredAndFirstQuery_IsRefused()
    {
        for (var i = 0; i < 200; i++)
        {
            Put(name: $"a{i}");
        }

        var another = () => Put(name: "one-more");
        Put(name: "a0");

        another.Should().Throw<AwsError>().Which.Shape.Should().Be("LimitExceededFault");
    }

    [Fact]
    public void Evaluate_DataOlderThanThreeHours_IsNotRead()
    {
        Report(("a", 9));
        _world.Advance(60 * 60 * 3);
        Report(("a", 1));
        _world.Advance(60 * 60);

        // The period of six hours reaches back to the value of 9, but an alarm reads only the last three hours.
        var alarm = Put(alarm => alarm with { Source = Source(21_600) });

        (alarm.State, alarm.Contributors.Count).Should().Be((AlarmState.Ok, 0));
    }

    private static MetricMathSource Source(int period) => new([new("q1", null, Query, period)], "q1");

    private MetricAlarm Put(
        Func<AlarmConfiguration, AlarmConfiguration>? change = null, AlarmActions? actions = null, string name = "fleet")
    {
        var configuration = Samples.Alarm with { Source = Source(60), Threshold = 5 };
        _world.Apply(new PutMetricAlarm(TestWorld.RegionName, name, change?.Invoke(configuration) ?? configuration, "{}")
        {
            Actions = actions ?? AlarmActions.None,
        });
        return (MetricAlarm)_world.Region.Alarms.Find(name)!;
    }

    private void Report(params (string Endpoint, double Value)[] values) => _world.Apply(new PutMetricData(
        TestWorld.RegionName,
        [.. values.Select(each => new Datum(new("N", "m", [new("e", each.Endpoint)]), "None", null, 60, SampleSet.Of(each.Value)))]));

    private IEnumerable<string> Updates() => _world.Region.AlarmHistory.At(_world.World.Now).Select(item => item.Event)
        .OfType<ContributorStateUpdate>()
        .Select(each => string.Create(
            CultureInfo.InvariantCulture,
            $"{each.Contributor.Attributes.Single().Value} {(each.State.Value == AlarmState.Alarm ? "ALARM" : "OK")}"));
}
