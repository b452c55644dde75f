namespace RollingDeploy.Core.Metrics;

/// <summary>A metric and its data. Data with different units is stored separately.</summary>
public sealed class Metric
{
    private readonly List<Series> _series = [];

    internal Metric(MetricId id) => Id = id;

    /// <summary>The identifier of the metric.</summary>
    public MetricId Id { get; }

    /// <summary>Whether the metric is in the store. It is there as long as it has data.</summary>
    internal bool IsStored { get; set; }

    /// <summary>Those who watch it; null if nobody does.</summary>
    internal List<IMetricWatcher>? Watchers { get; set; }

    /// <summary>The series, sorted by unit.</summary>
    public IReadOnlyList<Series> Series => _series;

    /// <summary>The time of the newest samples; null if there are none.</summary>
    public DateTimeOffset? Newest =>
        _series.Max(series => series.Newest) is { } second ? DateTimeOffset.FromUnixTimeSeconds(second) : null;

    /// <summary>Returns the time of the oldest samples, of one unit or of all units (null); null if there are none.</summary>
    public DateTimeOffset? OldestOf(string? unit) =>
        _series.Where(series => unit is null || series.Unit == unit).Min(series => series.Oldest) is { } second
            ? DateTimeOffset.FromUnixTimeSeconds(second)
            : null;

    /// <summary>
    /// Merges the samples of each period, of one unit or of all units (null), into the slot with the same index.
    /// </summary>
    public void Merge(in Periods periods, string? unit, DateTimeOffset now, Span<SampleSet> slots, bool withValues)
    {
        foreach (var series in _series)
        {
            if (unit is null || unit == series.Unit)
            {
                series.Merge(periods, now, slots, withValues);
            }
        }
    }

    internal void Add(in Datum datum, DateTimeOffset now, int times)
    {
        var index = 0;
        while (index < _series.Count && string.CompareOrdinal(_series[index].Unit, datum.Unit) < 0)
        {
            index++;
        }

        if (index == _series.Count || _series[index].Unit != datum.Unit)
        {
            _series.Insert(index, new Series(datum.Unit));
        }

        for (var i = 0; i < times; i++)
        {
            _series[index].Add((datum.Timestamp ?? now).AddSeconds(i * datum.Resolution), datum.Resolution, datum.Samples, now);
        }
    }

    internal void Tidy(DateTimeOffset now)
    {
        for (var i = _series.Count - 1; i >= 0; i--)
        {
            _series[i].Tidy(now);
            if (_series[i].Newest is null)
            {
                _series.RemoveAt(i);
            }
        }
    }
}
