using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Tests.Metrics.MetricMath;

/// <summary>What functions ask of the caller, and types that do not fit.</summary>
public sealed class CallerTests
{
    [Fact]
    public void Evaluate_Search_AsksTheCallerAndGivesAnArray()
    {
        SearchRequest? asked = null;
        var context = new MathContext(Sheet.Range)
        {
            Search = request =>
            {
                asked = request;
                return [Sheet.Series("1, 2"), Sheet.Series("10, 20")];
            },
        };

        var sum = MathExpression.Parse("SUM(SEARCH('{Shop, Host} MetricName=\"Errors\"', 'Sum', 300))").Evaluate(context);

        Sheet.Show(sum).Should().Be("11, 22, -, -, -");
        asked!.Statistic.Should().Be("Sum");
        asked.PeriodSeconds.Should().Be(300);
        asked.Expression.Matches("Shop", "Errors", [new("Host", "a")]).Should().BeTrue();
    }

    [Fact]
    public void Evaluate_AnomalyDetectionBand_HasTheUpperBoundFirst()
    {
        var context = new MathContext(Sheet.Range)
        {
            AnomalyBand = (metric, deviations) => new(
                Sheet.Series($"{10 + deviations}"),
                Sheet.Series($"{10 - deviations}")),
        }.AddMetric("m1", Sheet.Series("10"));

        Show("ANOMALY_DETECTION_BAND(m1)").Should().Be("12, -, -, -, - | 8, -, -, -, -");
        Show("LAST(ANOMALY_DETECTION_BAND(m1, 4))").Should().Be("6, -, -, -, -");
        Show("ANOMALY_DETECTION_BAND(m1, 1 / 0)").Should().Be("-, -, -, -, - | -, -, -, -, -");
        string Show(string text) => Sheet.Show(MathExpression.Parse(text).Evaluate(context));
    }

    [Theory]
    [InlineData("SEARCH('x', 'Sum')", 0, "SEARCH is not supported here")]
    [InlineData("1 + ANOMALY_DETECTION_BAND(m1)", 4, "ANOMALY_DETECTION_BAND is not supported here")]
    [InlineData(
        "[m1, m2] + [m1, m2]",
        9,
        "Unsupported operand type(s) for +: an array of time series and an array of time series")]
    [InlineData("[m1, m2] > 5", 9, "Unsupported operand type(s) for >: an array of time series and a scalar")]
    [InlineData("m1 AND [m2]", 3, "Unsupported operand type(s) for AND: a time series and an array of time series")]
    [InlineData("ABS(5)", 4, "Function 'ABS' takes (TS or TS[]), it cannot take a scalar as argument 1")]
    [InlineData(
        "ABS([m1, 5])",
        4,
        "Function 'ABS' takes (TS or TS[]), it cannot take an array with a scalar in it as argument 1")]
    [InlineData("MAX(5)", 4, "Function 'MAX' takes (TS or TS[]), it cannot take a scalar as argument 1")]
    [InlineData("FIRST(m1)", 6, "Function 'FIRST' takes (TS[]), it cannot take a time series as argument 1")]
    [InlineData("TIME_SERIES(m1)", 12, "Function 'TIME_SERIES' takes (S), it cannot take a time series as argument 1")]
    [InlineData("HOUR([m1])", 5, "Function 'HOUR' takes (TS), it cannot take an array of time series as argument 1")]
    [InlineData(
        "IF(m1, [m1])",
        7,
        "Function 'IF' takes (TS or S, TS or S[, TS or S]), it cannot take an array of time series as argument 2")]
    [InlineData(
        "FILL(m1, [m2])",
        9,
        "Function 'FILL' takes (TS or TS[], S or TS or REPEAT or LINEAR),"
        + " it cannot take an array of time series as argument 2")]
    [InlineData("ABS(REPEAT)", 4, "Invalid syntax at position 4: unexpected 'REPEAT'")]
    [InlineData("m1 + m9", 5, "Metric or expression 'm9' not found")]
    public void Evaluate_WhatDoesNotFit_SaysWhatAndWhere(string expression, int position, string reason)
    {
        var act = () => Sheet.Evaluate(expression, "1", "2");

        var problem = act.Should().Throw<MathException>().Which;
        problem.Message.Should().Be(reason);
        problem.Position.Should().Be(position);
    }

    [Fact]
    public void Evaluate_RangeTooLongForMemory_IsRefused()
    {
        var context = new MathContext(new MathRange(0, MathRange.MaxPeriods + 1, 1)).AddMetric("m1", TimeSeries.Empty(1));

        var act = () => MathExpression.Parse("FILL(m1, 0)").Evaluate(context);

        act.Should().Throw<MathException>().WithMessage("*more than 1000000 periods of 1 seconds");
    }

    [Theory]
    [InlineData(new long[] { 60, 60 }, new double[] { 1, 2 })]
    [InlineData(new long[] { 60, 0 }, new double[] { 1, 2 })]
    [InlineData(new long[] { 60 }, new double[] { double.NaN })]
    [InlineData(new long[] { 60 }, new double[] { })]
    public void TimeSeries_OutOfOrderOrNotFinite_IsRefused(long[] timestamps, double[] values)
    {
        var act = () => new TimeSeries(60, timestamps, values);

        act.Should().Throw<ArgumentException>();
    }
}
