using System.Globalization;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;

namespace RollingDeploy.Core.Tests.Metrics.Insights;

/// <summary>
/// What queries return: aggregates, groups, their order and labels, and the limits (user guide, Metrics Insights).
/// </summary>
public sealed class InsightsReaderTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MetricStore _store = new();

    [Theory]
    [InlineData("AVG", "0=3 60=9")]
    [InlineData("COUNT", "0=3 60=1")]
    [InlineData("MAX", "0=6 60=9")]
    [InlineData("MIN", "0=1 60=9")]
    [InlineData("SUM", "0=9 60=9")]
    public void Read_OfEachFunction_AggregatesTheSamplesOfAllMetrics(string function, string expected)
    {
        Put(0, 1, "e=a");
        Put(0, 2, "e=a v=x");
        Put(0, 6, "");
        Put(60, 9, "e=b");

        var result = Read($"SELECT {function}(m) FROM N");

        Print(result).Should().Equal($": {expected}");
    }

    [Fact]
    public void Read_WithoutAMatch_IsOneSeriesWithoutData() => Print(Read("SELECT AVG(m) FROM N")).Should().Equal(": ");

    [Fact]
    public void Read_OfGroupsWithoutAMatch_IsNoSeries() => Print(Read("SELECT AVG(m) FROM N GROUP BY e")).Should().BeEmpty();

    [Fact]
    public void Read_OfGroups_IsInTheOrderOfTheirLabelsWithOtherLast()
    {
        Put(0, 1, "e=b v=1");
        Put(0, 2, "e=a v=2");
        Put(0, 3, "e=a v=1");
        Put(0, 4, "e=B v=1");
        Put(0, 5, "e=a");
        Put(0, 6, "");

        var result = Read("SELECT SUM(m) FROM N GROUP BY e, v");

        Print(result).Should().Equal("B 1: 0=4", "a 1: 0=3", "a 2: 0=2", "a Other: 0=5", "b 1: 0=1", "Other Other: 0=6");
    }

    [Fact]
    public void Read_OfGroups_HasTheLabelsInTheSequenceOfGroupBy()
    {
        Put(0, 1, "e=a v=x");

        var result = Read("SELECT SUM(m) FROM N GROUP BY v, e, w");

        result.Series.Single().Labels.Should().Equal(new Dimension("v", "x"), new Dimension("e", "a"), new Dimension("w", "Other"));
    }

    [Fact]
    public void Read_OfAGroupWithoutDataInTheTimeRange_LeavesItOut()
    {
        Put(0, 1, "e=a");
        Put(-60, 1, "e=b");

        var result = Read("SELECT SUM(m) FROM N GROUP BY e");

        Print(result).Should().Equal("a: 0=1");
    }

    [Theory]
    [InlineData("MAX() DESC", "1 - b: 0=1 60=9|2 - c: 0=5|3 - a: 0=2 60=2 120=2")]
    [InlineData("MAX() ASC", "1 - a: 0=2 60=2 120=2|2 - c: 0=5|3 - b: 0=1 60=9")]
    [InlineData("MAX()", "1 - a: 0=2 60=2 120=2|2 - c: 0=5|3 - b: 0=1 60=9")]
    [InlineData("MIN() DESC", "1 - c: 0=5|2 - a: 0=2 60=2 120=2|3 - b: 0=1 60=9")]
    [InlineData("SUM() DESC", "1 - b: 0=1 60=9|2 - a: 0=2 60=2 120=2|3 - c: 0=5")]
    [InlineData("AVG() DESC", "1 - b: 0=1 60=9|2 - c: 0=5|3 - a: 0=2 60=2 120=2")]
    [InlineData("COUNT() DESC", "1 - a: 0=2 60=2 120=2|2 - b: 0=1 60=9|3 - c: 0=5")]
    [InlineData("MAX() DESC LIMIT 1", "1 - b: 0=1 60=9")]
    [InlineData("MAX() LIMIT 2", "1 - a: 0=2 60=2 120=2|2 - c: 0=5")]
    public void Read_OrderedByAFunction_SortsTheSeriesAndNumbersTheirLabels(string order, string expected)
    {
        Put(0, 2, "e=a");
        Put(60, 2, "e=a");
        Put(120, 2, "e=a");
        Put(0, 1, "e=b");
        Put(60, 9, "e=b");
        Put(0, 5, "e=c");

        var result = Read($"SELECT SUM(m) FROM N GROUP BY e ORDER BY {order}");

        Print(result).Should().Equal(expected.Split('|'));
    }

    [Fact]
    public void Read_OrderedWithoutGroups_KeepsTheLabel()
    {
        Put(0, 2, "e=a");

        Print(Read("SELECT SUM(m) FROM N ORDER BY MAX()")).Should().Equal(": 0=2");
    }

    [Fact]
    public void Read_OfEqualRanks_IsInTheOrderOfTheLabels()
    {
        Put(0, 2, "e=b");
        Put(0, 2, "e=a");

        Print(Read("SELECT SUM(m) FROM N GROUP BY e ORDER BY MAX() DESC")).Should().Equal("1 - a: 0=2", "2 - b: 0=2");
    }

    [Theory]
    [InlineData("", 500, InsightsLimits.Series)]
    [InlineData(" LIMIT 500", 500, InsightsLimits.None)]
    [InlineData(" LIMIT 3", 3, InsightsLimits.None)]
    [InlineData(" ORDER BY MAX() DESC", 500, InsightsLimits.Series)]
    public void Read_OfMoreThan500Groups_ReturnsTheFirst500(string clauses, int series, InsightsLimits reached)
    {
        for (var i = 0; i < 1_201; i++)
        {
            Put(0, i, $"e={i:0000}");
        }

        var result = Read($"SELECT SUM(m) FROM N GROUP BY e{clauses}");

        (result.Series.Count, result.Reached).Should().Be((series, reached));
        Print(result)[0].Should().Be(clauses.Contains("DESC") ? "1 - 1200: 0=1200" : "0000: 0=0");
    }

    [Fact]
    public void Read_OfMoreThan10000Metrics_ProcessesTheFirst10000()
    {
        for (var i = 0; i <= 10_000; i++)
        {
            Put(0, 1, $"e={i}");
        }

        var result = Read("SELECT COUNT(m) FROM N");

        Print(result).Should().Equal(": 0=10000");
        result.Reached.Should().Be(InsightsLimits.Metrics);
    }

    [Fact]
    public void Read_BeforeTheTwoWeeks_ReadsOnlyTheRestOfTheOldestPeriod()
    {
        // 00:30 of the first day is two weeks before 00:30 of the fifteenth. The period of an hour at 00:00 is read from there
        // on.
        Put(600, 1, "");
        Put(1_800, 2, "");
        Put(3_540, 4, "");
        Put(3_600, 8, "");
        var now = Start.AddDays(14).AddMinutes(30);

        var result = new MetricReader(_store, now).Read(
            InsightsQuery.Parse("SELECT SUM(m) FROM N"), Start.AddHours(-1), Start.AddHours(2), 3600, InsightsQuery.Reach);

        Print(result).Should().Equal(": 0=6 3600=8");
        result.Reached.Should().Be(InsightsLimits.TimeRange);
    }

    [Fact]
    public void Evaluate_InMetricMath_IsASeriesOrAnArray()
    {
        Put(0, 2, "e=a");
        Put(0, 6, "e=b");
        var queries = new MetricQueries(
        [
            new("q1", null, "SELECT SUM(m) FROM N GROUP BY e", 60),
            new("half", null, "q1 / 2"),
            new("most", null, "MAX(q1) + 1"),
        ]);

        var context = queries.Evaluate(new(_store, Start), Start, Start.AddMinutes(5), InsightsQuery.Reach);

        context.RequireTimeSeries("half").Select(each => (each.Label, each.Values[0])).Should().Equal(("a", 1), ("b", 3));
        context.RequireTimeSeries("most").Single().Values.ToArray().Should().Equal(7);
    }

    [Theory]
    [InlineData("PERIOD(q1)", "Function 'PERIOD' takes (TS), it cannot take the result of an expression as argument 1")]
    [InlineData("SUM(SELECT AVG(m) FROM N)", "Invalid syntax at position 11: unexpected 'AVG'")]
    public void Evaluate_WithAQueryAsAnotherThingThanASeries_IsRefused(string expression, string message)
    {
        var run = () => MathPlan.Build([], [new("q1", "SELECT SUM(m) FROM N"), new("e1", expression)]).DryRun().RequireTimeSeries("e1");

        run.Should().Throw<MathException>().WithMessage($"*{message}");
    }

    [Fact]
    public void Evaluate_OfMetrics_LeavesQueriesOut()
    {
        var plan = MathPlan.Build([], [new("q1", "SELECT SUM(m) FROM N"), new("e1", "METRICS()")]);

        plan.DryRun().RequireTimeSeries("e1").Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, null, 60)]
    [InlineData(10, null, 60)]
    [InlineData(300, null, 300)]
    [InlineData(null, 300, 300)]
    [InlineData(120, 300, 120)]
    public void Evaluate_OfAPeriod_IsTheQuerysOwnAndAtLeastAMinute(int? own, int? ofMetric, int expected)
    {
        Put(0, 1, "");
        MetricQuery[] all = [new("q1", null, "SELECT SUM(m) FROM N", own)];
        var stat = new MetricStat(new("N", "other", []), null, Statistic.Sum, ofMetric ?? 60);
        var queries = new MetricQueries(ofMetric is null ? all : [.. all, new("m1", stat, null)]);

        var context = queries.Evaluate(new(_store, Start), Start, Start.AddMinutes(10), InsightsQuery.Reach);

        context.RequireTimeSeries("q1").Single().PeriodSeconds.Should().Be(expected);
    }

    private static List<string> Print(InsightsResult result) =>
    [
        .. result.Series.Select(each => $"{each.Series.Label}: {string.Join(' ', each.Series.Timestamps.ToArray()
            .Zip(each.Series.Values.ToArray(), (at, value) => string.Create(
                CultureInfo.InvariantCulture, $"{at - Start.ToUnixTimeSeconds()}={value}")))}"),
    ];

    private InsightsResult Read(string query) => new MetricReader(_store, Start.AddMinutes(10)).Read(
        InsightsQuery.Parse(query), Start, Start.AddMinutes(10), 60, InsightsQuery.Reach);

    private void Put(int second, double value, string dimensions) => _store.Add(
        new Datum(
            new("N", "m", dimensions.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(each => each.Split('=')).Select(each => new Dimension(each[0], each[1]))),
            "None", Start.AddSeconds(second), 60, SampleSet.Of(value)),
        Start);
}
