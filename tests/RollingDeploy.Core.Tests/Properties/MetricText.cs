using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>The data of a metric as text: the number of datapoints, their sum, and a hash of every bit.</summary>
internal static class MetricText
{
    private static readonly Statistic P90 = Statistic.Find("p90")!;

    public static string Of(TestWorld world, Metric metric, int period, int count)
    {
        var now = world.World.Now;
        var end = Retention.RoundStart(now, now, period).AddSeconds(period);
        var slots = new SampleSet[count];
        metric.Merge(Periods.Before(end, period, count), null, now, slots, withValues: true);
        var (points, sum, hash) = (0, 0.0, default(HashCode));
        for (var i = 0; i < slots.Length; i++)
        {
            if (!slots[i].Summary.IsEmpty)
            {
                (points, sum) = (points + 1, sum + slots[i].Summary.Sum);
                hash.Add((i, slots[i].Summary, P90.Of(slots[i])));
            }
        }

        return $"{period} s: {points} datapoints, {sum:R}, {hash.ToHashCode()}";
    }
}
