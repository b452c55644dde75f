using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Tests.Metrics.MetricMath;

/// <summary>Operators on scalars (S), time series (TS) and arrays (TS[]), by AWS's page and worked out by hand.</summary>
public sealed class OperatorTests
{
    private const string M1 = "30, 20, 0, 0";
    private const string M2 = "20, -, 20, -";

    [Fact]
    public void Evaluate_SumOfTwoMetrics_AddsPointByPoint()
    {
        var sum = Sheet.Evaluate("m1 + m2", "1, 2, 3, 4, 5", "10, 20, 30, 40, 50");

        Sheet.Show(sum).Should().Be("11, 22, 33, 44, 55");
    }

    // The three rows of AWS's page, Comparison and logical operators.
    [Theory]
    [InlineData("(m1 < m2)", "0, 0, 1, 0, -")]
    [InlineData("(m1 >= 30)", "1, 0, 0, 0, -")]
    [InlineData("(m1 > 15 AND m2 > 15)", "1, 0, 0, 0, -")]
    public void Evaluate_AwsComparisonTable_GivesItsOutput(string expression, string expected)
    {
        var result = Sheet.Evaluate(expression, M1, M2);

        Sheet.Show(result).Should().Be(expected);
    }

    [Theory]
    [InlineData("m1 - m2", "10, 20, -20, 0, -")] // a missing value counts as 0
    [InlineData("m1 * m2", "600, 0, 0, 0, -")]
    [InlineData("m1 / m2", "1.5, -, 0, -, -")] // a division by zero drops the point
    [InlineData("m2 ^ 2", "400, -, 400, -, -")]
    [InlineData("-m1", "-30, -20, 0, 0, -")]
    [InlineData("5 * m1", "150, 100, 0, 0, -")]
    [InlineData("100 / m1", "3.333333, 5, -, -, -")]
    [InlineData("m1 == m2", "0, 0, 0, 1, -")]
    [InlineData("m1 != m2", "1, 1, 1, 0, -")]
    [InlineData("m1 <= m2", "0, 0, 1, 1, -")]
    [InlineData("m1 > m2", "1, 1, 0, 0, -")]
    [InlineData("20 < m1", "1, 0, 0, 0, -")]
    [InlineData("m1 OR m2", "1, 1, 1, 0, -")]
    [InlineData("m1 || m2", "1, 1, 1, 0, -")]
    [InlineData("m1 && m2", "1, 0, 0, 0, -")]
    [InlineData("m1 AND 1", "1, 1, 0, 0, -")]
    [InlineData("m1 / 0", "-, -, -, -, -")]
    [InlineData("m1 + AVG(m3)", "-, -, -, -, -")] // m3 has no points, so it has no average
    [InlineData("m1 > AVG(m3)", "-, -, -, -, -")]
    public void Evaluate_OperatorOnSeries_JoinsTheTimestamps(string expression, string expected)
    {
        var result = Sheet.Evaluate(expression, M1, M2, "");

        Sheet.Show(result).Should().Be(expected);
    }

    [Theory]
    [InlineData("[m1, m2] * 10", "300, 200, 0, 0, - | 200, -, 200, -, -")]
    [InlineData("100 / [m1, m2]", "3.333333, 5, -, -, - | 5, -, 5, -, -")]
    [InlineData("[m1, m2] - m2", "10, 20, -20, 0, - | 0, -, 0, -, -")]
    [InlineData("m2 - [m1, m2]", "-10, -20, 20, 0, - | 0, -, 0, -, -")]
    [InlineData("-[m1, 5]", "-30, -20, 0, 0, - | -5")]
    [InlineData("METRICS() * 100", "3000, 2000, 0, 0, - | 2000, -, 2000, -, -")]
    [InlineData("SUM(100 / [m1, m2])", "8.333333, 5, 5, -, -")]
    [InlineData("AVG([m1, m2] / m2)", "1.25, -, 0.5, -, -")]
    public void Evaluate_ArithmeticOnAnArray_WorksOnEachOfItsSeries(string expression, string expected)
    {
        var result = Sheet.Evaluate(expression, M1, M2);

        Sheet.Show(result).Should().Be(expected);
    }

    [Theory]
    [InlineData("1 + 2 * 3 ^ 2", "19")]
    [InlineData("7 / 2 - 1", "2.5")]
    [InlineData("3 > 2", "1")]
    [InlineData("3 < 2 OR 1 == 1 AND 2 != 2", "0")]
    [InlineData("1 / 0", "none")]
    [InlineData("1 / 0 == 0", "none")]
    [InlineData("(-8) ^ 0.5", "none")]
    [InlineData("1e300 * 1e300", "none")]
    [InlineData("-(1 / 0)", "none")]
    public void Evaluate_Scalars_GivesAScalarOrNone(string expression, string expected)
    {
        var result = Sheet.Evaluate(expression);

        Sheet.Show(result).Should().Be(expected);
    }

    [Fact]
    public void Evaluate_SeriesOfTwoPeriods_HasTheShorterOne()
    {
        var context = Sheet.Context("1, 2, 3, 4").AddMetric("slow", Sheet.Series("10, 20", period: 120));

        var sum = MathExpression.Parse("m1 + slow").Evaluate(context);

        Sheet.Show(sum).Should().Be("11, 2, 23, 4, -");
        sum.Should().BeOfType<TimeSeries>().Which.PeriodSeconds.Should().Be(60);
    }
}
