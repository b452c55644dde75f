using System.Collections.Immutable;
using System.Globalization;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>
/// Warns about datapoints that are more than a period before the current virtual time. This happens if they have the time of the
/// wall clock and virtual time is ahead of it. Alarms do not evaluate such old datapoints.
/// </summary>
internal static class OldData
{
    // The period of a metric without alarms, in seconds.
    private const int DefaultPeriod = 60;

    // The shortest period of an alarm, in seconds. A datapoint that is not older than this needs no warning.
    private const int ShortestPeriod = 10;

    /// <summary>Returns the time and the shortest period of each metric with old datapoints; null if there are none.</summary>
    public static (DateTimeOffset Now, Dictionary<MetricId, int> Periods)? Find(ImmutableArray<Datum> data, Region region)
    {
        var now = region.Now;
        HashSet<MetricId>? old = null;
        foreach (var datum in data)
        {
            if (IsOlder(datum, now, ShortestPeriod))
            {
                (old ??= []).Add(datum.Metric);
            }
        }

        return old is null ? null : (now, PeriodsOf(region, old));
    }

    /// <summary>Sets at most one warning, with the first old datapoint and the number of all.</summary>
    public static void Warn(
        (DateTimeOffset Now, Dictionary<MetricId, int> Periods)? found,
        ImmutableArray<Datum> data,
        IEnumerable<DatumPlace> places,
        Call call)
    {
        if (found is not var (now, periods))
        {
            return;
        }

        var old = data.Zip(places)
            .Where(each => IsOlder(each.First, now, periods.GetValueOrDefault(each.First.Metric, DefaultPeriod)))
            .ToList();
        if (old is [var (datum, place), ..])
        {
            call.Warn(Text(datum, place, periods.GetValueOrDefault(datum.Metric, DefaultPeriod), now, old.Count, data.Length));
        }
    }

    private static bool IsOlder(Datum datum, DateTimeOffset now, int period) => datum.Timestamp < now.AddSeconds(-period);

    // Returns the shortest period of the alarms on each metric, alone, in an expression or in a query.
    private static Dictionary<MetricId, int> PeriodsOf(Region region, HashSet<MetricId> metrics)
    {
        var periods = new Dictionary<MetricId, int>();
        foreach (var metric in metrics)
        {
            if (region.Alarms.OfMetrics.Min(alarm => alarm.PeriodOf(metric)) is { } period)
            {
                periods.Add(metric, period);
            }
        }

        return periods;
    }

    private static string Text(Datum datum, DatumPlace place, int period, DateTimeOffset now, int old, int all) => string.Create(
        CultureInfo.InvariantCulture,
        $"{place}.Timestamp is {datum.Timestamp:yyyy-MM-ddTHH:mm:ssZ}, which is {(now - datum.Timestamp)!.Value.TotalSeconds:0} s before this world's time, "
        + $"{now:yyyy-MM-ddTHH:mm:ssZ}, and more than a period of {period} s: alarms may not see it. Leave Timestamp out to use the world's time."
        + $"{(all > 1 ? $" {old} of {all} datapoints are as old." : "")}");
}
