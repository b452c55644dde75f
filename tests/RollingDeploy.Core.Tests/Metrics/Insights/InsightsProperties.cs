using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.Queries;

namespace RollingDeploy.Core.Tests.Metrics.Insights;

/// <summary>What holds for every set of metrics and every query; the cases are the same every time.</summary>
public sealed class InsightsProperties
{
    private static readonly Config Hundreds =
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500).WithReplay(1234567, 7654321);

    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Functions = ["AVG", "COUNT", "MAX", "MIN", "SUM"];

    private static readonly Arbitrary<Put[]> Puts = Arb.From(Gen.ArrayOf(
        from endpoint in Gen.Elements("", "a", "b", "c")
        from variant in Gen.Elements("", "x", "y")
        from minute in Gen.Choose(0, 4)
        from value in Gen.Choose(-3, 3)
        select new Put(endpoint, variant, minute, value)));

    private static readonly Arbitrary<string> Orders = Arb.From(
        from function in Gen.Elements(Functions)
        from direction in Gen.Elements("", " ASC", " DESC")
        select $" ORDER BY {function}(){direction}");

    private sealed record Put(string Endpoint, string Variant, int Minute, int Value);

    [Fact]
    public void AnyGroups_SummedUp_AreTheSumOfAll() => Prop.ForAll(Puts, puts =>
    {
        var groups = Read(puts, "SELECT SUM(m) FROM N GROUP BY e, v");
        var all = Read(puts, "SELECT SUM(m) FROM N").Series.Single().Series;

        groups.Series.Sum(each => Sum(each.Series)).Should().Be(Sum(all)).And.Be(puts.Sum(put => put.Value));
    }).Check(Hundreds);

    [Fact]
    public void AnyGroups_TakenOneByOne_AreTheSameAsByWhere() => Prop.ForAll(Puts, puts =>
    {
        var groups = Read(puts, "SELECT AVG(m) FROM SCHEMA(N, e, v) GROUP BY v, e");

        foreach (var group in groups.Series)
        {
            var conditions = string.Join(" AND ", group.Labels.Select(label => $"{label.Name} = '{label.Value}'"));
            var one = Read(puts, $"SELECT AVG(m) FROM SCHEMA(N, v, e) WHERE {conditions}").Series.Single().Series;
            one.Values.ToArray().Should().Equal(group.Series.Values.ToArray());
            one.Timestamps.ToArray().Should().Equal(group.Series.Timestamps.ToArray());
        }
    }).Check(Hundreds);

    [Fact]
    public void AnyOrder_OfTheSameGroups_IsAPermutationInWhichALimitIsABeginning() => Prop.ForAll(Puts, Orders, (puts, order) =>
    {
        var plain = Read(puts, "SELECT SUM(m) FROM N GROUP BY e, v");
        var ordered = Read(puts, $"SELECT SUM(m) FROM N GROUP BY e, v{order}");
        var first = Read(puts, $"SELECT SUM(m) FROM N GROUP BY e, v{order} LIMIT 3");

        ordered.Series.Select(Labels).Should().BeEquivalentTo(plain.Series.Select(Labels));
        first.Series.Select(Labels).Should().Equal(ordered.Series.Take(3).Select(Labels));
    }).Check(Hundreds);

    [Fact]
    public void AnyOrder_ByTheMaximum_NeverFalls() => Prop.ForAll(Puts, puts =>
    {
        var ascending = Read(puts, "SELECT SUM(m) FROM N GROUP BY e, v ORDER BY MAX()");
        var descending = Read(puts, "SELECT SUM(m) FROM N GROUP BY e, v ORDER BY MAX() DESC");

        ascending.Series.Select(Max).Should().BeInAscendingOrder();
        descending.Series.Select(Max).Should().BeInDescendingOrder();
    }).Check(Hundreds);

    [Fact]
    public void AnyText_Parsed_GivesAQueryOrAMathException() => Prop.ForAll<string>(text =>
    {
        try
        {
            InsightsQuery.Parse($"SELECT AVG(m) FROM {text}");
        }
        catch (MathException error)
        {
            error.Position.Should().BeInRange(0, 19 + (text?.Length ?? 0));
        }
    }).Check(Hundreds);

    private static string Labels(InsightsSeries series) => string.Join(' ', series.Labels.Select(label => label.Value));

    private static double Max(InsightsSeries series) => series.Series.Values.ToArray().Max();

    private static double Sum(TimeSeries series) => series.Values.ToArray().Sum();

    private static InsightsResult Read(Put[] puts, string query)
    {
        var store = new MetricStore();
        foreach (var put in puts)
        {
            Dimension[] dimensions = [new("e", put.Endpoint), new("v", put.Variant)];
            var id = new MetricId("N", "m", dimensions.Where(each => each.Value.Length > 0));
            store.Add(new Datum(id, "None", Start.AddMinutes(put.Minute), 60, SampleSet.Of(put.Value)), Start);
        }

        return new MetricReader(store, Start.AddMinutes(5)).Read(
            InsightsQuery.Parse(query), Start, Start.AddMinutes(5), 60, InsightsQuery.Reach);
    }
}
