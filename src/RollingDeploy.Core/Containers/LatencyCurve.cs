using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Containers;

/// <summary>
/// The log-normal distribution of response times with a given median and 99th percentile. For example, with 3 ms and 12 ms, one
/// response in a hundred takes longer than 12 ms, and the mean is 3.6 ms.
/// </summary>
internal readonly struct LatencyCurve
{
    // The 99th percentile of the normal distribution.
    private const double Z99 = 2.3263478740408408;
    private const double MicrosecondsInMs = 1000;

    // Of the samples between two cuts, this fraction has the latency at the upper cut. The others have the latency in the middle.
    private const double AtCut = .01;

    // The cuts of the curve for traffic that is not sampled request by request. Common percentiles such as p50, p90 and p99 are
    // exact.
    private static readonly double[] Shares =
        [
            .01, .02, .05, .1, .15, .2, .25, .3, .35, .4, .45, .5, .55, .6, .65, .7, .75, .8, .85, .9, .95, .98, .99, .995, .999,
            .9999];

    private readonly double _median;
    private readonly double _sigma;

    public LatencyCurve(ModelBehavior behavior)
    {
        _median = behavior.LatencyMedianMs!.Value * MicrosecondsInMs;
        var p99 = (behavior.LatencyP99Ms ?? (4 * behavior.LatencyMedianMs.Value)) * MicrosecondsInMs;
        _sigma = _median > 0 && p99 > _median ? Math.Log(p99 / _median) / Z99 : 0;
    }

    /// <summary>The mean in microseconds.</summary>
    public double Mean => _median * Math.Exp(_sigma * _sigma / 2);

    /// <summary>Returns the latency in microseconds of the quantile <paramref name="share"/>, which is between 0 and 1.</summary>
    public double At(double share) => _median * Math.Exp(_sigma * Normal.Quantile(share));

    /// <summary>
    /// Returns the samples of <paramref name="count"/> responses together, with the mean and the percentiles of the distribution.
    /// </summary>
    public SampleSet Samples(double count)
    {
        var curve = this;
        var below = 0.0;
        List<(double, double)> values = [];
        foreach (var share in Shares)
        {
            values.Add((curve.At((below + share) / 2), count * (share - below) * (1 - AtCut)));
            values.Add((curve.At(share), count * (share - below) * AtCut));
            below = share;
        }

        // The samples beyond the last cut get the latency at the last cut.
        values[^1] = (values[^1].Item1, values[^1].Item2 + (count * (1 - below)));
        return SampleSet.Of(new StatisticSet(count, count * Mean, values[0].Item1, values[^1].Item1), values);
    }
}
