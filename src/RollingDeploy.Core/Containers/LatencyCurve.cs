using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Containers;

/// <summary>
/// How long answers take: log-normal, through its median and its 99th percentile. With 3 and 12 ms, one answer in a hundred
/// takes longer than 12 ms, and the mean is 3.6 ms.
/// </summary>
internal readonly struct LatencyCurve
{
    // The 99th percentile of the normal distribution.
    private const double Z99 = 2.3263478740408408;
    private const double MicrosecondsInMs = 1000;

    // Of what lies between two cuts so much lies at the upper one, and the rest in the middle, where it makes the right mean.
    private const double AtCut = .01;

    // Where the curve is cut for traffic that is not sampled one by one: p50, p90, p99 and their kin are exact.
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

    /// <summary>The latency in microseconds that <paramref name="share"/> of the answers stay below.</summary>
    public double At(double share) => _median * Math.Exp(_sigma * Normal.Quantile(share));

    /// <summary>So many answers at once, with the mean and the percentiles that they have together.</summary>
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

        // The rest is beyond the last cut, and counts as if it were there.
        values[^1] = (values[^1].Item1, values[^1].Item2 + (count * (1 - below)));
        return SampleSet.Of(new StatisticSet(count, count * Mean, values[0].Item1, values[^1].Item1), values);
    }
}
