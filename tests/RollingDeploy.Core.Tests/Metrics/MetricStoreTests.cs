using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

public sealed class MetricStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sum_TwoSamplesInAMinute_MergesThem()
    {
        var store = Store((Start, "None", StatisticSet.Of(1)), (Start.AddSeconds(59), "None", StatisticSet.Of(3)));

        var sum = store.Sum(Samples.Errors, null, Start, Start.AddMinutes(1));

        sum.Should().Be(new StatisticSet(SampleCount: 2, Sum: 4, Minimum: 1, Maximum: 3));
    }

    [Theory]
    [InlineData(Statistic.SampleCount, 4)]
    [InlineData(Statistic.Sum, 40)]
    [InlineData(Statistic.Average, 10)]
    [InlineData(Statistic.Minimum, 1)]
    [InlineData(Statistic.Maximum, 30)]
    public void Get_MergedStatisticSets_IsNoAverageOfAverages(Statistic statistic, double expected)
    {
        // Three samples with a mean of 12, and one of 4: their mean is 10, and not 8.
        var store = Store((Start, "None", new(3, 36, 1, 30)), (Start, "None", StatisticSet.Of(4)));

        var sum = store.Sum(Samples.Errors, null, Start, Start.AddMinutes(1));

        sum.Get(statistic).Should().Be(expected);
    }

    [Theory]
    [InlineData("Count", 1)]
    [InlineData("Percent", 5)]
    [InlineData("Bytes", 0)]
    [InlineData(null, 6)]
    public void Sum_Unit_CountsOnlyItsData(string? unit, double expected)
    {
        var store = Store((Start, "Count", StatisticSet.Of(1)), (Start, "Percent", StatisticSet.Of(5)));

        var sum = store.Sum(Samples.Errors, unit, Start, Start.AddMinutes(1));

        sum.Sum.Should().Be(expected);
        store.Units(Samples.Errors).Keys.Should().Equal("Count", "Percent");
    }

    [Fact]
    public void Sum_Bounds_HoldTheStartAndNotTheEnd()
    {
        var store = Store((Start, "None", StatisticSet.Of(1)), (Start.AddMinutes(1), "None", StatisticSet.Of(2)));

        var sum = store.Sum(Samples.Errors, null, Start, Start.AddMinutes(1));

        sum.Sum.Should().Be(1);
    }

    [Fact]
    public void Sum_BoundsInsideASecond_HoldOnlyTheSecondsThatBeginWithin()
    {
        var store = Store((Start, "None", StatisticSet.Of(1)), (Start.AddMinutes(1), "None", StatisticSet.Of(2)));

        var sum = store.Sum(Samples.Errors, null, Start.AddMilliseconds(500), Start.AddMinutes(1).AddMilliseconds(500));

        sum.Sum.Should().Be(2);
    }

    [Fact]
    public void Sum_OutOfOrder_FindsAll()
    {
        var store = Store(
            (Start.AddMinutes(2), "None", StatisticSet.Of(4)),
            (Start, "None", StatisticSet.Of(1)),
            (Start.AddMinutes(1), "None", StatisticSet.Of(2)));

        var sum = store.Sum(Samples.Errors, null, Start, Start.AddMinutes(2));

        sum.Sum.Should().Be(3);
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

    [Fact]
    public void Units_UnknownMetric_AreNone()
    {
        var units = new MetricStore().Units(Samples.Errors);

        units.Should().BeEmpty();
    }

    private static MetricStore Store(params (DateTimeOffset At, string Unit, StatisticSet Samples)[] data)
    {
        var store = new MetricStore();
        foreach (var (at, unit, samples) in data)
        {
            store.Add(new Datum(Samples.Errors, unit, at, 60, samples), Start);
        }

        return store;
    }
}
