using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Tests.Metrics.MetricMath;

/// <summary>Every function on AWS's own examples, worked out by hand.</summary>
public sealed class FunctionTests
{
    private const string M1 = "1, -4, 9, -, 2.5";
    private const string M2 = "10, -, 20, -, 0";

    [Theory]
    [InlineData("ABS(m1 - m2)", "9, 4, 11, -, 2.5")]
    [InlineData("MIN(ABS([m1, m2]))", "1, 4, 9, -, 0")]
    [InlineData("ABS(METRICS())", "1, 4, 9, -, 2.5 | 10, -, 20, -, 0 | -, -, -, -, -")]
    [InlineData("CEIL(m1)", "1, -4, 9, -, 3")]
    [InlineData("FLOOR(m1)", "1, -4, 9, -, 2")]
    [InlineData("LOG(m1)", "0, -, 2.197225, -, 0.916291")] // of a negative number there is none
    [InlineData("LOG10(m2)", "1, -, 1.30103, -, -")]
    [InlineData("DIFF(m1)", "-, -5, 13, -, -6.5")]
    [InlineData("DIFF_TIME(METRICS())", "-, 60, 60, -, 120 | -, -, 120, -, 120 | -, -, -, -, -")]
    [InlineData("RATE(m2)", "-, -, 0.083333, -, -0.166667")] // (20 - 10) / 120 s
    [InlineData("RUNNING_SUM([m1, m2])", "1, -3, 6, -, 8.5 | 10, -, 30, -, 30")]
    public void Evaluate_SeriesFunction_GivesASeriesForEach(string expression, string expected) =>
        Check(expression, expected);

    [Theory]
    [InlineData("AVG(m1)", "2.125")]
    [InlineData("SUM(m1)", "8.5")]
    [InlineData("MIN(m1)", "-4")]
    [InlineData("MAX(m1)", "9")]
    [InlineData("STDDEV(m1)", "4.641861")] // of 1, -4, 9, 2.5 about 2.125: the root of 86.1875 / 4
    [InlineData("DATAPOINT_COUNT(m1)", "4")]
    [InlineData("SUM(m1) / DATAPOINT_COUNT(m1)", "2.125")]
    [InlineData("AVG([m1, m2])", "5.5, -2, 14.5, -, 1.25")] // AWS: missing values are treated as 0
    [InlineData("SUM(METRICS())", "11, -4, 29, -, 2.5")]
    [InlineData("MIN([m1, m2])", "1, -4, 9, -, 0")]
    [InlineData("MAX([m1, m2])", "10, -4, 20, -, 2.5")]
    [InlineData("MAX([m1, 5])", "5, 5, 9, -, 5")]
    [InlineData("MAX([1, 5])", "5")]
    [InlineData("MAX([m1, 1 / 0])", "1, -4, 9, -, 2.5")]
    [InlineData("STDDEV([m1, m2])", "4.5, 0, 5.5, -, 1.25")]
    [InlineData("DATAPOINT_COUNT(METRICS())", "2, 1, 2, -, 2")]
    [InlineData("SUM(METRICS('none'))", "-, -, -, -, -")]
    [InlineData("SUM(FILL(METRICS('m1'), 0)) / AVG(m2)", "0.1, -0.4, 0.9, 0, 0.25")]
    [InlineData("100 * m2 / MAX([m2, 1])", "100, -, 100, -, 0")]
    [InlineData("m1 - AVG(m1)", "-1.125, -6.125, 6.875, -, 0.375")]
    public void Evaluate_Aggregate_IsAScalarOfASeriesAndASeriesOfAnArray(string expression, string expected) =>
        Check(expression, expected);

    [Theory]
    [InlineData("AVG(m3)", "none")]
    [InlineData("MIN(m3)", "none")]
    [InlineData("STDDEV(m3)", "none")]
    [InlineData("SUM(m3)", "0")]
    [InlineData("DATAPOINT_COUNT(m3)", "0")]
    [InlineData("TIME_SERIES(MAX(m3))", "-, -, -, -, -")]
    [InlineData("FILL(m3, 7)", "7, 7, 7, 7, 7")]
    [InlineData("FILL(m3, REPEAT)", "-, -, -, -, -")]
    public void Evaluate_SeriesWithoutPoints_HasASumAndNoAverage(string expression, string expected) =>
        Check(expression, expected);

    [Theory]
    [InlineData("m1 / METRIC_COUNT(METRICS())", "0.333333, -1.333333, 3, -, 0.833333")]
    [InlineData("METRICS('2')", "10, -, 20, -, 0")]
    [InlineData("SUM([METRICS(\"1\"), METRICS(\"2\")])", "11, -4, 29, -, 2.5")]
    [InlineData("REMOVE_EMPTY(METRICS())", "1, -4, 9, -, 2.5 | 10, -, 20, -, 0")]
    [InlineData("FIRST(METRICS())", "1, -4, 9, -, 2.5")]
    [InlineData("LAST(METRICS())", "-, -, -, -, -")]
    [InlineData("FIRST(METRICS('none'))", "-, -, -, -, -")]
    [InlineData("SORT([m1, m2], AVG, DESC)", "10, -, 20, -, 0 | 1, -4, 9, -, 2.5")]
    [InlineData("SORT([m2, m1], MIN, ASC)", "1, -4, 9, -, 2.5 | 10, -, 20, -, 0")]
    [InlineData("SORT([m3, m1, m2], SUM, ASC, 2)", "1, -4, 9, -, 2.5 | 10, -, 20, -, 0")] // without points: last
    [InlineData("SORT([m3, m1, m2], MAX, DESC, 1)", "10, -, 20, -, 0")]
    [InlineData("SLICE([m1, m2, m3], 1, 2)", "10, -, 20, -, 0")]
    [InlineData("SLICE([m1, m2], 1)", "10, -, 20, -, 0")]
    [InlineData("SLICE([m1, m2], -1, 99)", "1, -4, 9, -, 2.5 | 10, -, 20, -, 0")]
    [InlineData("SLICE([m1, m2], 2, 1)", "")]
    [InlineData("IF(FIRST(SORT(METRICS(), AVG, DESC)) > 10, 1, 0)", "0, -, 1, -, 0")]
    public void Evaluate_ArrayFunction_PicksAndOrdersSeries(string expression, string expected) =>
        Check(expression, expected);

    [Theory]
    [InlineData("MINUTE(m1)", "58, 59, 0, 1, 2")]
    [InlineData("HOUR(m1)", "10, 10, 11, 11, 11")]
    [InlineData("DAY(m1)", "1, 1, 1, 1, 1")]
    [InlineData("DATE(m3)", "1, 1, 1, 1, 1")]
    [InlineData("MONTH(m1)", "1, 1, 1, 1, 1")]
    [InlineData("YEAR(m1)", "2024, 2024, 2024, 2024, 2024")]
    [InlineData("EPOCH(m1) - 1704106680", "0, 60, 120, 180, 240")]
    [InlineData("PERIOD(m1) / 60", "1")]
    [InlineData("60 * m1 / PERIOD(m1)", "1, -4, 9, -, 2.5")]
    [InlineData("TIME_SERIES(10)", "10, 10, 10, 10, 10")]
    [InlineData("TIME_SERIES(5 * AVG(m2))", "50, 50, 50, 50, 50")]
    [InlineData("IF(HOUR(m1) > 10, m1)", "-, -, 9, 0, 2.5")] // AWS: 0 where the condition is true and the value missing
    [InlineData("IF((DAY(m1)<6 AND (HOUR(m1)>=9 AND HOUR(m1)<11)),m2)", "10, 0, -, -, -")]
    public void Evaluate_TimeFunction_HasAPointAtEachInstant(string expression, string expected) =>
        Check(expression, expected);

    [Fact]
    public void Evaluate_DayOfASunday_Is7()
    {
        var sunday = new DateTimeOffset(2024, 1, 7, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var context = new MathContext(new MathRange(sunday, sunday + 60, 60)).AddMetric("m1", TimeSeries.Empty(60));

        var day = MathExpression.Parse("DAY(m1)").Evaluate(context);

        day.Should().BeOfType<TimeSeries>().Which.Values.ToArray().Should().Equal(7);
    }

    [Theory]
    [InlineData("FILL(m1, 10)", "-, 10, -, 40, -", "10, 10, 10, 40, 10")]
    [InlineData("FILL(m1, MIN(m1))", "-, 10, -, 40, -", "10, 10, 10, 40, 10")]
    [InlineData("FILL(m1, REPEAT)", "-, 10, -, 40, -", "-, 10, 10, 40, 40")]
    [InlineData("FILL(m1, LINEAR)", "-, 10, -, 40, -", "-, 10, 25, 40, -")]
    [InlineData("FILL(m1, LINEAR)", "10, -, -, 40, -", "10, 20, 30, 40, -")]
    [InlineData("FILL(METRICS(), 0)", "1, -, 3, -, -", "1, 0, 3, 0, 0")]
    [InlineData("FILL(m1, TIME_SERIES(7))", "1, -, 3, -, -", "1, 7, 3, 7, 7")]
    [InlineData("FILL(m1, 2 * m1)", "1, -, 3, -, -", "1, -, 3, -, -")]
    public void Evaluate_Fill_PutsValuesWhereNoneAre(string expression, string metric, string expected)
    {
        var filled = Sheet.Evaluate(expression, metric);

        Sheet.Show(filled).Should().Be(expected);
    }

    [Fact]
    public void Evaluate_FillOfPointsOffTheGrid_KeepsThem()
    {
        long[] instants = [Sheet.Start - 30, Sheet.Start + 90, Sheet.Start + 600];
        var context = new MathContext(new MathRange(Sheet.Start, Sheet.Start + 120, 60))
            .AddMetric("m1", new TimeSeries(60, instants, [1, 2, 3]));

        var filled = (TimeSeries)MathExpression.Parse("FILL(m1, 0)").Evaluate(context);

        filled.Timestamps.ToArray().Should().Equal([
            Sheet.Start - 30, Sheet.Start, Sheet.Start + 60, Sheet.Start + 90, Sheet.Start + 600]);
        filled.Values.ToArray().Should().Equal(1, 0, 0, 2, 3);
    }

    // The three tables of AWS's page, Using IF expressions, and its remarks on what is missing.
    [Theory]
    [InlineData("IF(m1, m2, m3)", "30, 0, 20, -, -")]
    [InlineData("IF(m1, 5, m3)", "5, 5, 20, -, -")]
    [InlineData("IF(m1, m2, 5)", "30, 0, 5, 5, -")]
    [InlineData("IF(m1, m2)", "30, 0, -, -, -")]
    [InlineData("IF(m1 < 1, 10, 2)", "2, 2, 10, 10, -")]
    [InlineData("IF(1, m2, m3)", "30, -, 0, 0, 30")]
    [InlineData("IF(0, m2, m3)", "0, 0, 20, -, 20")]
    [InlineData("IF(0, m2)", "-, -, -, -, -")]
    [InlineData("IF(0, m2, 5)", "5, 5, 5, 5, 5")]
    [InlineData("IF(1, 3, 5)", "3")]
    [InlineData("IF(1 / 0, m2, m3)", "-, -, -, -, -")]
    [InlineData("IF(DATAPOINT_COUNT(m1) + DATAPOINT_COUNT(m2) == 8, m1 + m2)", "31, 1, 0, 0, 30")]
    public void Evaluate_If_ChoosesAtEachPointOfTheCondition(string expression, string expected)
    {
        var chosen = Sheet.Evaluate(expression, "1, 1, 0, 0, -", "30, -, 0, 0, 30", "0, 0, 20, -, 20");

        Sheet.Show(chosen).Should().Be(expected);
    }

    [Fact]
    public void Evaluate_EachSeriesOfAnArray_KeepsItsLabel()
    {
        var list = (SeriesList)Sheet.Evaluate("FILL(METRICS() / 100, 0)", M1, M2);

        list.Items.Cast<TimeSeries>().Select(series => series.Label).Should().Equal("label 1", "label 2");
    }

    private static void Check(string expression, string expected)
    {
        var result = Sheet.Evaluate(expression, M1, M2, "");

        Sheet.Show(result).Should().Be(expected);
    }
}
