using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Metrics;

public sealed class MetricStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Periods FirstMinute = new(Start, 60, 1);

    [Fact]
    public void Sum_TwoSamplesInAMinute_MergesThem()
    {
        var store = Store((Start, "None", SampleSet.Of(1)), (Start.AddSeconds(59), "None", SampleSet.Of(3)));

        var sum = store.Sum(Samples.Errors, null, FirstMinute, Start);

        sum.Summary.Should().Be(new StatisticSet(SampleCount: 2, Sum: 4, Minimum: 1, Maximum: 3));
    }

    [Theory]
    [InlineData("Count", 1)]
    [InlineData("Percent", 5)]
    [InlineData("Bytes", 0)]
    [InlineData(null, 6)]
    public void Sum_Unit_CountsOnlyItsData(string? unit, double expected)
    {
        var store = Store((Start, "Percent", SampleSet.Of(5)), (Start, "Count", SampleSet.Of(1)));

        var sum = store.Sum(Samples.Errors, unit, FirstMinute, Start);

        sum.Summary.Sum.Should().Be(expected);
        store.Find(Samples.Errors)!.Series.Select(series => series.Unit).Should().Equal("Count", "Percent");
    }

    [Fact]
    public void Sum_Bounds_HoldTheStartAndNotTheEnd()
    {
        var store = Store((Start, "None", SampleSet.Of(1)), (Start.AddMinutes(1), "None", SampleSet.Of(2)));

        var sum = store.Sum(Samples.Errors, null, FirstMinute, Start);

        sum.Summary.Sum.Should().Be(1);
    }

    [Fact]
    public void Sum_UnknownMetric_IsEmpty()
    {
        var sum = new MetricStore().Sum(Samples.Errors, null, FirstMinute, Start);

        sum.Summary.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void All_MetricsOutOfOrder_AreSortedByNamespaceNameAndDimensions()
    {
        var store = new MetricStore();
        MetricId[] sorted =
            [new("a", "m", []), new("a", "m", [new("d", "1")]), new("a", "m", [new("d", "2")]), new("a", "n", []), new("b", "a", [])];
        foreach (var id in sorted.Reverse())
        {
            store.Add(new Datum(id, "None", Start, 60, SampleSet.Of(1)), Start);
        }

        var (all, after) = (store.All.Select(metric => metric.Id), store.After(sorted[1]).Select(metric => metric.Id));

        all.Should().Equal(sorted);
        after.Should().Equal(sorted[2..]);
    }

    [Fact]
    public void MetricId_DimensionsInAnyOrder_AreTheSameMetric()
    {
        var one = new MetricId("n", "m", [new("a", "1"), new("b", "2")]);
        var other = new MetricId("n", "m", [new("b", "2"), new("a", "1")]);

        one.Should().Be(other);
        one.Should().NotBe(new MetricId("n", "m", [new("a", "1")]));
        one.Should().NotBe(new MetricId("n", "M", [new("a", "1"), new("b", "2")]));
    }

    private static MetricStore Store(params (DateTimeOffset At, string Unit, SampleSet Samples)[] data)
    {
        var store = new MetricStore();
        foreach (var (at, unit, samples) in data)
        {
            store.Add(new Datum(Samples.Errors, unit, at, 60, samples), Start);
        }

        return store;
    }
}
