using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Tests.Metrics.MetricMath;

/// <summary>The tree that a text gives, and what is no expression.</summary>
public sealed class ParserTests
{
    [Theory]
    [InlineData("a + b * c", "(a + (b * c))")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("a / b * c", "((a / b) * c)")]
    [InlineData("a ^ b ^ c", "(a ^ (b ^ c))")]
    [InlineData("a * b ^ c", "(a * (b ^ c))")]
    [InlineData("-a ^ b", "(-(a ^ b))")]
    [InlineData("-a * b", "((-a) * b)")]
    [InlineData("a ^ -b * c", "((a ^ (-b)) * c)")]
    [InlineData("a - -b", "(a - (-b))")]
    [InlineData("a + b > c * d", "((a + b) > (c * d))")]
    [InlineData("a > b AND c < d", "((a > b) AND (c < d))")]
    [InlineData("a OR b AND c", "(a OR (b AND c))")]
    [InlineData("a || b && c", "(a OR (b AND c))")]
    [InlineData("a == b != c", "((a == b) != c)")]
    [InlineData("(a OR b) AND c", "((a OR b) AND c)")]
    [InlineData("a+b", "(a + b)")]
    [InlineData("[a,b]/c", "([a, b] / c)")]
    public void Parse_Operators_BindAsUsual(string text, string expected)
    {
        var expression = MathExpression.Parse(text);

        expression.ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("50.25", "50.25")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1000")]
    [InlineData("1E-2", "0.01")]
    [InlineData("FILL(m1, REPEAT)", "FILL(m1, REPEAT)")]
    [InlineData("SORT(METRICS(), AVG, DESC, 10)", "SORT(METRICS(), AVG, DESC, 10)")]
    [InlineData("FILL(m1, AVG (m1))", "FILL(m1, AVG(m1))")]
    [InlineData("METRICS(\"4xx\")", "METRICS('4xx')")]
    [InlineData("METRICS(\"it's\")", "METRICS(\"it's\")")]
    [InlineData("SEARCH('{N} \"x\"', 'Sum', 300)", "SEARCH('{N} \"x\"', 'Sum', 300)")]
    [InlineData(" m1\n+\tm2 ", "(m1 + m2)")]
    public void Parse_NumbersStringsAndCalls_AreRead(string text, string expected)
    {
        var expression = MathExpression.Parse(text);

        expression.ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData("", 0, "Invalid syntax at position 0: unexpected the end of the expression")]
    [InlineData("m1 +", 4, "Invalid syntax at position 4: unexpected the end of the expression")]
    [InlineData("m1 + )", 5, "Invalid syntax at position 5: unexpected ')'")]
    [InlineData("(m1", 3, "Invalid syntax at position 3: unexpected the end of the expression")]
    [InlineData("m1 m2", 3, "Invalid syntax at position 3: unexpected 'm2'")]
    [InlineData("+m1", 0, "Invalid syntax at position 0: unexpected '+'")]
    [InlineData("m1 $ 2", 3, "Invalid syntax at position 3: unexpected '$'")]
    [InlineData("m1 = 2", 3, "Invalid syntax at position 3: unexpected '='")]
    [InlineData("m1 ! m2", 3, "Invalid syntax at position 3: unexpected '!'")]
    [InlineData("1e", 1, "Invalid syntax at position 1: unexpected 'e'")]
    [InlineData("1 + 1e999", 4, "Invalid syntax at position 4: the number is too large")]
    [InlineData("[]", 1, "Invalid syntax at position 1: unexpected ']'")]
    [InlineData("SUM(m1,)", 7, "Invalid syntax at position 7: unexpected ')'")]
    [InlineData("METRICS('x)", 8, "Invalid syntax at position 8: the string has no end")]
    [InlineData("m1 + 'x'", 5, "Invalid syntax at position 5: unexpected 'x'")]
    [InlineData("REPEAT", 0, "Invalid syntax at position 0: unexpected 'REPEAT'")]
    [InlineData("SELECT AVG(x) FROM y", 0, "Invalid syntax at position 0: unexpected 'SELECT'")]
    [InlineData("1 + ANOMALY_DETECTOR(m1)", 4, "Function 'ANOMALY_DETECTOR' not found")]
    [InlineData("avg(m1)", 0, "Function 'avg' not found")]
    [InlineData(
        "INSIGHT_RULE_METRIC('r', 'x')",
        0,
        "Function 'INSIGHT_RULE_METRIC' is not supported here: it reads a rule of Contributor Insights")]
    [InlineData(
        "DB_PERF_INSIGHTS('RDS', 'd', ['a'])",
        0,
        "Function 'DB_PERF_INSIGHTS' is not supported here: it reads Performance Insights of a database")]
    [InlineData("2 * MAX(m1, 5)", 4, "Function 'MAX' takes (TS or TS[]), it cannot take 2 arguments")]
    [InlineData("ABS()", 0, "Function 'ABS' takes (TS or TS[]), it cannot take 0 arguments")]
    [InlineData(
        "METRICS(m1)",
        8,
        "Function 'METRICS' takes (nothing or a string), it cannot take anything but a string as argument 1")]
    [InlineData(
        "SORT(m1, MEDIAN, ASC)",
        9,
        "Function 'SORT' takes (TS[], AVG or MIN or MAX or SUM, ASC or DESC[, S]), it cannot take MEDIAN as argument 2")]
    [InlineData(
        "FILL(m1, ZERO)",
        9,
        "Function 'FILL' takes (TS or TS[], S or TS or REPEAT or LINEAR), it cannot take ZERO as argument 2")]
    [InlineData("PERIOD(m1 + m2)", 10, "Function 'PERIOD' takes (TS), it cannot take anything but a metric as argument 1")]
    [InlineData("SEARCH('{N', 'Sum')", 10, "Invalid syntax at position 10: unexpected end of the search expression")]
    [InlineData(
        "SEARCH('x', 'Sum', 0)",
        19,
        "Function 'SEARCH' takes (a search expression, a statistic[, a period in seconds]),"
        + " it cannot take anything but a whole number of seconds as argument 3")]
    public void Parse_WhatIsNoExpression_SaysWhatAndWhere(string text, int position, string reason)
    {
        var act = () => MathExpression.Parse(text);

        var problem = act.Should().Throw<MathException>().Which;
        problem.Message.Should().Be(reason);
        problem.Position.Should().Be(position);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    [InlineData('[')]
    public void Parse_DeepNesting_IsRefusedBeforeTheStackEnds(char level)
    {
        var act = () => MathExpression.Parse(new string(level, 2000));

        act.Should().Throw<MathException>().WithMessage("*more than 200 levels");
    }

    [Fact]
    public void Parse_LongestChain_CanBeEvaluated()
    {
        var expression = MathExpression.Parse(string.Join("+", Enumerable.Repeat("1", 1024)));

        Sheet.Show(expression.Evaluate(Sheet.Context())).Should().Be("1024");
    }

    [Fact]
    public void Parse_MoreThan2048Characters_IsRefused()
    {
        var act = () => MathExpression.Parse(new string(' ', 2049));

        act.Should().Throw<MathException>().WithMessage("*longer than 2048*");
    }

    [Fact]
    public void References_AnExpression_NamesEachIdOnce()
    {
        var expression = MathExpression.Parse("SUM([m2, m1]) / m2 + METRICS('m3')");

        expression.References.Should().Equal("m2", "m1");
        expression.Calls("METRICS").Should().BeTrue();
        expression.Calls("SEARCH").Should().BeFalse();
    }
}
