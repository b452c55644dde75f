using System.Buffers;
using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Queries;

/// <summary>Reads time series out of a store, as it is at a moment.</summary>
/// <param name="Store">The store.</param>
/// <param name="Now">The moment; it decides what is kept.</param>
public sealed record MetricReader(MetricStore Store, DateTimeOffset Now)
{
    // AWS's limit (CloudWatch search expressions).
    private const int MostFound = 100;

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(3);

    /// <summary>
    /// The periods of [start, end) for which data can be kept, on the grid that begins at the start. A year by the second holds
    /// three hours of data, and needs memory for no more.
    /// </summary>
    public Periods Kept(DateTimeOffset start, DateTimeOffset end, int periodInSeconds)
    {
        var oldest = DateTimeOffset.FromUnixTimeSeconds(Retention.Oldest(Retention.TierOf(periodInSeconds), Now));
        var skipped = Math.Max(0, (long)Math.Floor((oldest - start).TotalSeconds / periodInSeconds));
        var from = start.AddSeconds(skipped * periodInSeconds);
        var until = end < Now + Ahead ? end : Now + Ahead;
        return until <= from ? new Periods(from, periodInSeconds, 0) : Periods.Between(from, until, periodInSeconds);
    }

    /// <summary>The series of a statistic: a point for each period with data.</summary>
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
                .Where(metric => request.Expression.Matches(metric.Id.Namespace, metric.Id.Name,
                    [.. metric.Id.Dimensions.Select(each => KeyValuePair.Create(each.Name, each.Value))]))
                .Take(MostFound)
                .Select(metric => Read(new MetricStat(metric.Id, null, statistic, period), periods, Label(metric.Id))),
        ];
    }

    private static string Label(MetricId id) => string.Join(' ', [.. id.Dimensions.Select(each => each.Value), id.Name]);
}
