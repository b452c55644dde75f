using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

public sealed class AlarmEvaluatorTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("X", "ALARM")]
    [InlineData("0", "OK")]
    [InlineData("-", "INSUFFICIENT_DATA")]
    public void Evaluate_OnePoint_DecidesByItself(string point, string expected)
    {
        var state = Evaluate(point, m: 1, n: 1, MissingData.Missing);

        state.Should().Be(Parse(expected));
    }

    // The two tables of "Configuring how CloudWatch alarms treat missing data", row by row.
    [Theory]
    [InlineData(3, "0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData(3, "0 - - - -", "OK", "OK", "OK", "OK")]
    [InlineData(3, "- - - - -", "INSUFFICIENT_DATA", "keep", "ALARM", "OK")]
    [InlineData(3, "0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(3, "- - X - -", "ALARM", "keep", "ALARM", "OK")]
    [InlineData(2, "0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - X -", "ALARM", "keep", "ALARM", "OK")]
    public void Evaluate_OutOfThree_IsAsAwsTablesSay(
        int m, string points, string missing, string ignore, string breaching, string notBreaching)
    {
        foreach (var present in Enum.GetValues<AlarmState>())
        {
            AlarmState[] states =
            [
                .. new[] { MissingData.Missing, MissingData.Ignore, MissingData.Breaching, MissingData.NotBreaching }
                    .Select(treatment => Evaluate(points, m, n: 3, treatment, present)),
            ];

            states.Should().Equal(
                [Parse(missing, present), Parse(ignore, present), Parse(breaching, present), Parse(notBreaching, present)],
                "that follows from {0} in {1}", points, present);
        }
    }

    // "Premature" alarms: only breaching points, and the oldest is not old enough yet.
    [Theory]
    [InlineData("- - - - X")]
    [InlineData("- - - X -")]
    public void Evaluate_OnlyRecentBreachingPoints_KeepsTheState(string points)
    {
        var (fromOk, fromAlarm) = (
            Evaluate(points, m: 3, n: 3, MissingData.Missing, AlarmState.Ok),
            Evaluate(points, m: 3, n: 3, MissingData.Missing, AlarmState.Alarm));

        (fromOk, fromAlarm).Should().Be((AlarmState.Ok, AlarmState.Alarm));
    }

    [Theory]
    [InlineData(1, "0 0 X 0 0", "ALARM")]
    [InlineData(2, "0 0 X 0 0", "OK")]
    [InlineData(2, "X X 0 0 X", "OK")]
    [InlineData(2, "0 0 X 0 X", "ALARM")]
    [InlineData(3, "0 0 X X X", "ALARM")]
    [InlineData(3, "X X X X 0", "OK")]
    public void Evaluate_NothingMissing_CountsTheLastThree(int m, string points, string expected)
    {
        foreach (var treatment in Enum.GetValues<MissingData>())
        {
            var state = Evaluate(points, m, n: 3, treatment);

            state.Should().Be(Parse(expected), "nothing is missing, so {0} does not matter", treatment);
        }
    }

    [Theory]
    [InlineData(ComparisonOperator.GreaterThanThreshold, false, false, true)]
    [InlineData(ComparisonOperator.GreaterThanOrEqualToThreshold, false, true, true)]
    [InlineData(ComparisonOperator.LessThanThreshold, true, false, false)]
    [InlineData(ComparisonOperator.LessThanOrEqualToThreshold, true, true, false)]
    public void IsBreachedBy_BelowAtAndAbove_HoldsTheValueOnTheLeft(
        ComparisonOperator comparison, bool below, bool at, bool above)
    {
        var alarm = Samples.Alarm with { Comparison = comparison, Threshold = 5 };

        bool[] breached = [.. new[] { 4.9, 5, 5.1 }.Select(value => alarm.IsBreachedBy(new Datapoint(Start, value)))];

        breached.Should().Equal(below, at, above);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    [InlineData(6, 8)]
    [InlineData(9, 12)]
    public void Range_EvaluationPeriods_ReachesFurtherBack(int periods, int expected)
    {
        var alarm = Samples.Alarm with { EvaluationPeriods = periods };

        alarm.Range.Should().Be(expected);
    }

    // X breaches the threshold of 0, 0 does not, and - is missing; oldest first.
    private static AlarmState Evaluate(
        string points, int m, int n, MissingData treatment, AlarmState present = AlarmState.InsufficientData)
    {
        var data = points.Split(' ').Select((point, i) =>
            new Datapoint(Start.AddMinutes(i), point switch { "X" => 1, "0" => 0, _ => null }));
        var configuration = Samples.Alarm with { DatapointsToAlarm = m, EvaluationPeriods = n, TreatMissingData = treatment };
        return AlarmEvaluator.Evaluate(configuration, [.. data], present);
    }

    private static AlarmState Parse(string state, AlarmState present = default) => state switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        "keep" => present,
        _ => AlarmState.InsufficientData,
    };
}
