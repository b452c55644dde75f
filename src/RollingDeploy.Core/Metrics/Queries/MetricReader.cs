using System.Buffers;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Queries;

/// <summary>Reads time series from a store.</summary>
/// <param name="Store">The store.</param>
/// <param name="Now">The current virtual time, which determines what data has expired.</param>
public sealed record MetricReader(MetricStore Store, DateTimeOffset Now)
{
    // AWS's limit of a search (CloudWatch search expressions).
    private const int MostFound = 100;

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(3);

    /// <summary>
    /// Returns the periods from start (inclusive) to end (exclusive) for which data can exist. They are aligned with the start.
    /// For example, a year with a period of one second has at most three hours of data, and uses memory only for these.
    /// </summary>
    public Periods Kept(DateTimeOffset start, DateTimeOffset end, int periodInSeconds)
    {
        var oldest = DateTimeOffset.FromUnixTimeSeconds(Retention.Oldest(Retention.TierOf(periodInSeconds), Now));
        var skipped = Math.Max(0, (long)Math.Floor((oldest - start).TotalSeconds / periodInSeconds));
        var from = start.AddSeconds(skipped * periodInSeconds);
        var until = end < Now + Ahead ? end : Now + Ahead;
        return until <= from ? new Periods(from, periodInSeconds, 0) : Periods.Between(from, until, periodInSeconds);
    }

    /// <summary>Returns the series of a statistic, with a point for each period with data.</summary>
    public TimeSeries Read(MetricStat stat, in Periods periods, string label = "")
    {
        ArgumentNullException.ThrowIfNull(stat);
        var buffer = ArrayPool<SampleSet>.Shared.Rent(periods.Count);
        var slots = buffer.AsSpan(0, periods.Count);
        slots.Clear();
        stat.Read(Store, periods, Now, slots);
        var (timestamps, values) = (new List<long>(), new List<double>());
        for (var i = 0; i < slots.Length; i++)
        {
            if (stat.Statistic.Of(slots[i]) is { } value && double.IsFinite(value))
            {
                timestamps.Add(periods.StartOf(i).ToUnixTimeSeconds());
                values.Add(value);
            }
        }

        ArrayPool<SampleSet>.Shared.Return(buffer, clearArray: stat.Statistic.NeedsValues);
        return new TimeSeries(stat.PeriodInSeconds, [.. timestamps], [.. values], label);
    }

    /// <summary>Evaluates a Metrics Insights query with data that is not older than <paramref name="reach"/>.</summary>
    internal InsightsResult Read(
        InsightsQuery query, DateTimeOffset start, DateTimeOffset end, int periodInSeconds, TimeSpan reach)
    {
        var oldest = (Now - reach).ToUnixTimeSeconds();
        var minute = DateTimeOffset.FromUnixTimeSeconds(oldest - (oldest % 60));
        return new InsightsReader(query, Kept(start, end, periodInSeconds), minute, Now).Read(Store);
    }

    internal IReadOnlyList<TimeSeries> Search(
        SearchRequest request, DateTimeOffset start, DateTimeOffset end, int periodInSeconds)
    {
        var statistic = Statistic.Find(request.Statistic)
            ?? throw new MathException($"The statistic '{request.Statistic}' is not supported", position: 0);
        var period = request.PeriodSeconds ?? periodInSeconds;
        var periods = Kept(start, end, period);
        return
        [
            .. Store.All
                .Where(metric => metric.NewestAt(Now) is not null)
                .Where(metric => request.Expression.Matches(metric.Id.Namespace, metric.Id.Name,
                    [.. metric.Id.Dimensions.Select(each => KeyValuePair.Create(each.Name, each.Value))]))
                .Take(MostFound)
                .Select(metric => Read(new MetricStat(metric.Id, null, statistic, period), periods, Label(metric.Id))),
        ];
    }

    private static string Label(MetricId id) => string.Join(' ', [.. id.Dimensions.Select(each => each.Value), id.Name]);
}
