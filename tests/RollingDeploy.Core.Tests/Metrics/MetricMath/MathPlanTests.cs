using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Tests.Metrics.MetricMath;

/// <summary>Expressions that refer to one another, and what their results may be.</summary>
public sealed class MathPlanTests
{
    [Fact]
    public void Evaluate_ExpressionsInAnyOrder_ComputesWhatEachNeedsFirst()
    {
        var plan = Plan(("rate", "100 * errors / total"), ("total", "MAX([m2, 1])"), ("errors", "FILL(m1, 0)"));

        var context = plan.Evaluate(Sheet.Context("1, -, 3", "4, 5"));

        plan.Steps.Select(step => step.Id).Should().Equal("errors", "total", "rate");
        Sheet.Show(context.RequireSingleTimeSeries("rate")).Should().Be("25, 0, -, -, -");
    }

    [Fact]
    public void Evaluate_MetricsFunction_LeavesExpressionsOut()
    {
        var plan = Plan(("e1", "2 * m1"), ("e2", "SUM(METRICS())"));

        var context = plan.Evaluate(Sheet.Context("1", "2"));

        Sheet.Show(context.RequireSingleTimeSeries("e2")).Should().Be("3, -, -, -, -");
    }

    [Theory]
    [InlineData("e2", "e1", 0, "Error in expression 'e2': Circular reference e1 -> e2 -> e1")]
    [InlineData("1 + e1", "m1", 4, "Error in expression 'e1': Circular reference e1 -> e1")]
    [InlineData("m1 + e2", "m1 + m9", 5, "Error in expression 'e2': Metric or expression 'm9' not found")]
    [InlineData("m1", "m1 +", 4, "Error in expression 'e2': Invalid syntax at position 4: unexpected the end of the expression")]
    [InlineData("ANOMALY_DETECTOR(m1)", "m1", 0, "Error in expression 'e1': Function 'ANOMALY_DETECTOR' not found")]
    public void Build_WhatCannotBeEvaluated_NamesTheExpression(string e1, string e2, int position, string message)
    {
        var act = () => Plan(("e1", e1), ("e2", e2));

        var problem = act.Should().Throw<MathException>().WithMessage(message).Which;
        problem.Position.Should().Be(position);
    }

    [Fact]
    public void Build_CircleBehindOthers_PrintsTheCircleAlone()
    {
        var act = () => Plan(("e1", "e2"), ("e2", "e3"), ("e3", "m1 * e2"));

        act.Should().Throw<MathException>().WithMessage("Error in expression 'e3': Circular reference e2 -> e3 -> e2");
    }

    [Fact]
    public void Evaluate_TypeError_NamesTheExpression()
    {
        var plan = Plan(("e1", "ABS(AVG(m1))"));

        var act = () => plan.Evaluate(Sheet.Context("1", "2"));

        act.Should().Throw<MathException>().WithMessage("Error in expression 'e1': Function 'ABS' takes*");
    }

    [Fact]
    public void PeriodOfAnExpression_IsRefused()
    {
        var plan = Plan(("e1", "m1 + m2"), ("e2", "m1 / PERIOD(e1)"));

        var act = plan.DryRun;

        act.Should().Throw<MathException>().WithMessage(
            "Error in expression 'e2': Function 'PERIOD' takes (TS), it cannot take the result of an expression as argument 1");
    }

    [Theory]
    [InlineData("AVG(m1)")]
    [InlineData("5")]
    [InlineData("[m1, 5]")]
    public void RequireTimeSeries_Scalar_IsRefused(string expression)
    {
        var context = Plan(("e1", expression)).DryRun();

        var act = () => context.RequireTimeSeries("e1");

        act.Should().Throw<MathException>().WithMessage("Error in expression 'e1': *must not be a scalar");
    }

    [Fact]
    public void RequireTimeSeries_Array_GivesItsSeries()
    {
        var context = Plan(("e1", "METRICS() * 2")).Evaluate(Sheet.Context("1", "2"));

        context.RequireTimeSeries("e1").Select(Sheet.Show).Should().Equal("2, -, -, -, -", "4, -, -, -, -");
    }

    [Theory]
    [InlineData("METRICS()")]
    [InlineData("ANOMALY_DETECTION_BAND(m1)")]
    public void RequireSingleTimeSeries_Several_AreRefusedInAwsWords(string expression)
    {
        var context = Plan(("e1", expression)).DryRun();

        var act = () => context.RequireSingleTimeSeries("e1");

        act.Should().Throw<MathException>().WithMessage(
            "Metrics expression that return multi time series are only allowed "
            + "for MetricsInsights expression with an ORDER BY clause");
    }

    [Theory]
    [InlineData("IF(AVG(m1) > 1, m1, 0)")]
    [InlineData("IF(DATAPOINT_COUNT(m1) > 0, 0, m1)")]
    [InlineData("TIME_SERIES(AVG(m1))")]
    [InlineData("FIRST(SORT(METRICS(), AVG, DESC))")]
    [InlineData("SLICE(METRICS(), 0, 1)")]
    public void DryRun_SeriesOnlyWhenThereAreData_IsASeriesWithout(string expression)
    {
        var act = () => Plan(("e1", expression)).DryRun().RequireSingleTimeSeries("e1");

        act.Should().NotThrow();
    }

    private static MathPlan Plan(params (string Id, string Text)[] expressions) =>
        MathPlan.Build(["m1", "m2"], expressions.Select(each => KeyValuePair.Create(each.Id, each.Text)));
}
