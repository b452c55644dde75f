using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Tests.Metrics;

/// <summary>The statistics of the user guide's "CloudWatch statistics definitions", computed by hand.</summary>
public sealed class StatisticTests
{
    // Ten samples: 1, 2, … 9 and 100.
    [Theory]
    [InlineData("SampleCount", 10)]
    [InlineData("Sum", 145)]
    [InlineData("Average", 14.5)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 100)]
    [InlineData("p0", 1)]
    [InlineData("p10", 1)]
    [InlineData("p10.1", 2)]
    [InlineData("p50", 5)]
    [InlineData("p90", 9)]
    [InlineData("p99.9", 100)]
    [InlineData("p100", 100)]
    [InlineData("tm90", 5)]
    [InlineData("TM(:90%)", 5)]
    [InlineData("TM(10%:90%)", 5.5)]
    [InlineData("TM(90%:)", 100)]
    [InlineData("TM(2:5)", 4)]
    [InlineData("IQM", 5.5)]
    [InlineData("tc90", 9)]
    [InlineData("TC(2:5)", 3)]
    [InlineData("ts90", 45)]
    [InlineData("TS(50%:)", 130)]
    [InlineData("wm90", 5.4)]
    [InlineData("WM(10%:90%)", 5.5)]
    [InlineData("WM(:50)", 9.5)]
    [InlineData("PR(:5)", 50)]
    [InlineData("pr5", 50)]
    [InlineData("PR(5:100)", 50)]
    [InlineData("PR(100:)", 0)]
    public void Of_OneToNineAndAHundred_IsAsByHand(string name, double expected)
    {
        var samples = All(1, 2, 3, 4, 5, 6, 7, 8, 9, 100);

        var value = Statistic.Find(name)!.Of(samples);

        value.Should().BeApproximately(expected, 1e-9);
    }

    [Theory]
    [InlineData("TM(100:200)")]
    [InlineData("WM(100:200)")]
    public void Of_NothingWithinTheRange_HasNoMean(string name)
    {
        var value = Statistic.Find(name)!.Of(All(1, 2, 3));

        value.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("p")]
    [InlineData("p101")]
    [InlineData("p-1")]
    [InlineData("p1e1")]
    [InlineData("P99")]
    [InlineData("tm101")]
    [InlineData("xx90")]
    [InlineData("TM")]
    [InlineData("TM()")]
    [InlineData("TM(:)")]
    [InlineData("TM(90%)")]
    [InlineData("TM(90%:10%)")]
    [InlineData("TM(10%:200)")]
    [InlineData("TM(10%:90%")]
    [InlineData("PR(10%:90%)")]
    [InlineData("IQM90")]
    [InlineData("average")]
    public void Find_NoStatistic_IsNull(string name)
    {
        Statistic.Find(name).Should().BeNull();
    }

    [Fact]
    public void Of_StatisticSet_HasNoPercentileUnlessItsSamplesAreEqual()
    {
        var p50 = Statistic.Find("p50")!;

        double?[] medians =
        [
            p50.Of(SampleSet.Of(new StatisticSet(3, 6, 1, 3))),
            p50.Of(SampleSet.Of(new StatisticSet(3, 6, 2, 2))),
            p50.Of(SampleSet.Of(new StatisticSet(1, 5, 1, 9))),
            p50.Of(SampleSet.Of(1).Absorb(SampleSet.Of(new StatisticSet(3, 6, 1, 3)))),
            p50.Of(default),
        ];

        medians.Should().Equal(null, 2, 5, null, null);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void Of_MoreValuesThanAreKeptApart_IsNearlyRight(int decades)
    {
        var random = new Random(decades);
        var values = Enumerable.Range(0, 20_000).Select(_ => Math.Pow(10, random.NextDouble() * decades)).ToArray();
        var samples = All(values);
        Array.Sort(values);

        foreach (var percent in (double[])[1, 10, 50, 90, 99, 99.9])
        {
            var (exact, value) =
                (values[(int)Math.Ceiling(percent / 100 * values.Length) - 1], Statistic.Find($"p{percent}")!.Of(samples)!.Value);

            value.Should().BeApproximately(exact, exact * 0.042, "p{0} over {1} decades is within 4 %", percent, decades);
        }

        Statistic.Find("p0")!.Of(samples).Should().Be(values[0]);
        Statistic.Find("p100")!.Of(samples).Should().Be(values[^1]);
        samples.Values!.Values.Length.Should().BeLessThanOrEqualTo(Distribution.MostValues);
        samples.Values.Total.Should().Be(20_000);
    }

    private static SampleSet All(params double[] values) =>
        values.Aggregate(default(SampleSet), (sum, value) => sum.Absorb(SampleSet.Of(value)));
}
