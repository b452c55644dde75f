using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Tests.Behaviors;

public sealed class LatencyCurveTests
{
    [Theory]
    [InlineData(20, 80)]
    [InlineData(5, 5)]
    [InlineData(100, 2000)]
    public void Samples_OfManyAnswers_HaveTheMedianAndThe99thPercentile(double median, double p99)
    {
        var curve = new LatencyCurve(new ModelBehavior { LatencyMedianMs = median, LatencyP99Ms = p99 });

        var samples = curve.Samples(6000);

        Of("p50", samples).Should().BeApproximately(median * 1000, median * 1e-3);
        Of("p99", samples).Should().BeApproximately(p99 * 1000, p99 * 1e-3);
        Of("Average", samples).Should().BeApproximately(curve.Mean, 1e-6 * curve.Mean);
        Of("tm99", samples).Should().BeInRange(median * 1000, curve.Mean, "the greatest are left out");
        samples.Summary.SampleCount.Should().Be(6000);
    }

    [Fact]
    public void At_RandomShares_ComesToTheSameMean()
    {
        var curve = new LatencyCurve(new ModelBehavior { LatencyMedianMs = 20 });
        var dice = new Dice(7);

        var mean = Enumerable.Range(0, 200_000).Average(_ => curve.At(dice.NextShare()));

        mean.Should().BeApproximately(curve.Mean, curve.Mean * 0.01);
        curve.At(0.99).Should().BeApproximately(80_000, 1e-3, "four times the median, where nothing was said");
    }

    private static double Of(string statistic, SampleSet samples) => Statistic.Find(statistic)!.Of(samples)!.Value;
}
