namespace RollingDeploy.Core.Alarms;

/// <summary>One datum of PutMetricData, already summed up.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">Its unit; <c>None</c> where none was given.</param>
/// <param name="Timestamp">When it was measured; null for the moment of its arrival.</param>
/// <param name="Resolution">1 or 60 seconds.</param>
/// <param name="Samples">Its samples.</param>
public sealed record Datum(MetricId Metric, string Unit, DateTimeOffset? Timestamp, int Resolution, StatisticSet Samples);

/// <summary>The metrics of a region.</summary>
public sealed class MetricStore
{
    private static readonly SortedDictionary<string, Series> NoUnits = [];

    private readonly Dictionary<MetricId, SortedDictionary<string, Series>> _metrics = [];

    /// <summary>Every metric, in no particular order.</summary>
    public IReadOnlyCollection<MetricId> Metrics => _metrics.Keys;

    /// <summary>The series of a metric by unit: data of different units is kept apart.</summary>
    public IReadOnlyDictionary<string, Series> Units(MetricId metric) =>
        _metrics.TryGetValue(metric, out var units) ? units : NoUnits;

    /// <summary>The samples of a metric within [from, to), of one unit or of all.</summary>
    public StatisticSet Sum(MetricId metric, string? unit, DateTimeOffset from, DateTimeOffset to)
    {
        StatisticSet sum = default;
        if (_metrics.TryGetValue(metric, out var units))
        {
            foreach (var (name, series) in units)
            {
                sum = unit is null || unit == name ? sum.Merge(series.Sum(from, to)) : sum;
            }
        }

        return sum;
    }

    internal void Add(Datum datum, DateTimeOffset now)
    {
        if (!_metrics.TryGetValue(datum.Metric, out var units))
        {
            _metrics.Add(datum.Metric, units = new(StringComparer.Ordinal));
        }

        if (!units.TryGetValue(datum.Unit, out var series))
        {
            units.Add(datum.Unit, series = new Series());
        }

        series.Add(datum.Timestamp ?? now, datum.Resolution, datum.Samples);
    }
}
