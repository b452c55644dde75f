using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

/// <summary>The texts of cloudwatch.md §3.6.</summary>
public sealed class StateReasonTests
{
    [Fact]
    public void Of_OnePointFromTheStart_SaysOneDatapoint()
    {
        var reason = Of(n: 1, threshold: 21, MissingData.Missing, AlarmState.InsufficientData, 21.5);

        reason.Should().Be("Threshold Crossed: 1 datapoint [21.5 (18/12/24 10:20:00)] was greater than the threshold (21.0).");
    }

    [Fact]
    public void Of_TwoOfTwoFromOk_ListsTheNewestFirst()
    {
        var reason = Of(
            Samples.Alarm with
            {
                Comparison = ComparisonOperator.GreaterThanOrEqualToThreshold,
                Threshold = 1,
                EvaluationPeriods = 2,
                DatapointsToAlarm = 2,
            },
            AlarmState.Ok,
            [2.0, 3.0]);

        reason.Should().Be(
            "Threshold Crossed: 2 out of the last 2 datapoints [3.0 (18/12/24 10:21:00), 2.0 (18/12/24 10:20:00)] "
            + "were greater than or equal to the threshold (1.0) (minimum 2 datapoints for OK -> ALARM transition).");
    }

    [Fact]
    public void Of_BackToOk_SaysThatItWasNot()
    {
        var reason = Of(n: 1, threshold: 50, MissingData.Missing, AlarmState.Alarm, 10.0);

        reason.Should().Be(
            "Threshold Crossed: 1 out of the last 1 datapoints [10.0 (18/12/24 10:20:00)] was not greater than the threshold (50.0) "
            + "(minimum 1 datapoint for ALARM -> OK transition).");
    }

    [Fact]
    public void Of_OnePointFromOk_NamesTheTransition()
    {
        var reason = Of(n: 1, threshold: 21, MissingData.Missing, AlarmState.Ok, 21.5);

        reason.Should().Be(
            "Threshold Crossed: 1 out of the last 1 datapoints [21.5 (18/12/24 10:20:00)] was greater than the threshold (21.0) "
            + "(minimum 1 datapoint for OK -> ALARM transition).");
    }

    [Fact]
    public void Of_FiveOfFive_ListsThemApart()
    {
        var reason = Of(
            Samples.Alarm with
            {
                Comparison = ComparisonOperator.LessThanThreshold,
                Threshold = 65,
                EvaluationPeriods = 5,
                DatapointsToAlarm = 5,
            },
            AlarmState.Ok,
            [1.0, 2.0, 3.0, 4.0, 5.0]);

        reason.Should().StartWith(
            "Threshold Crossed: 5 out of the last 5 datapoints were less than the threshold (65.0). "
            + "The most recent datapoints which crossed the threshold: [5.0 (18/12/24 10:24:00), ")
            .And.EndWith("1.0 (18/12/24 10:20:00)] (minimum 5 datapoints for OK -> ALARM transition).");
    }

    [Theory]
    [InlineData(1, MissingData.Breaching, "no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].")]
    [InlineData(2, MissingData.Breaching, "no datapoints were received for 2 periods and 2 missing datapoints were treated as [Breaching].")]
    [InlineData(2, MissingData.NotBreaching, "no datapoints were received for 2 periods and 2 missing datapoints were treated as [NonBreaching].")]
    public void Of_OnlyFilledPoints_SaysWhatTheyWereTreatedAs(int n, MissingData treatment, string expected)
    {
        var reason = Of(n, threshold: 0, treatment, AlarmState.InsufficientData);

        reason.Should().Be("Threshold Crossed: " + expected);
    }

    [Fact]
    public void Of_PartlyFilled_CountsBoth()
    {
        var reason = Of(n: 3, threshold: 0, MissingData.Breaching, AlarmState.Ok, 1.0);

        reason.Should().Be(
            "Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].");
    }

    [Theory]
    [InlineData(1, "Insufficient Data: 1 datapoint was unknown.")]
    [InlineData(2, "Insufficient Data: 2 datapoints were unknown.")]
    public void Of_NothingKnown_CountsTheUnknown(int n, string expected)
    {
        var reason = Of(n, threshold: 0, MissingData.Missing, AlarmState.Ok);

        reason.Should().Be(expected);
    }

    private static string Of(int n, double threshold, MissingData treatment, AlarmState from, params double[] values) => Of(
        Samples.Alarm with { EvaluationPeriods = n, DatapointsToAlarm = n, Threshold = threshold, TreatMissingData = treatment },
        from,
        values);

    private static string Of(AlarmConfiguration configuration, AlarmState from, double[] values)
    {
        var start = new DateTimeOffset(2024, 12, 18, 10, 20, 0, TimeSpan.Zero);
        var real = values.Select((value, i) => new Datapoint(start.AddMinutes(i), value));
        var missing = Enumerable.Range(0, configuration.Range - values.Length)
            .Select(i => new Datapoint(start.AddMinutes(i - configuration.Range), null));
        Datapoint[] points = [.. missing, .. real];
        var state = AlarmEvaluator.Evaluate(configuration, points, from);
        return StateReason.Of(configuration, Evidence.Of(configuration, points), from, state);
    }
}
