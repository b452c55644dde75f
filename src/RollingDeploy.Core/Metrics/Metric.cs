namespace RollingDeploy.Core.Metrics;

/// <summary>A metric and its data. Data with different units is stored separately.</summary>
public sealed class Metric
{
    // Most metrics have one unit.
    private readonly List<Series> _series = new(1);

    internal Metric(MetricId id) => Id = id;

    /// <summary>The identifier of the metric.</summary>
    public MetricId Id { get; }

    /// <summary>Whether the metric is in the store. It is there as long as it has data.</summary>
    internal bool IsStored { get; set; }

    /// <summary>Those who wait for its data; null if nobody does.</summary>
    internal List<IMetricWatcher>? Watchers { get; set; }

    /// <summary>Who publishes it and may sleep; null if nobody does.</summary>
    internal IMetricPublisher? Publisher { get; set; }

    /// <summary>Whether its publisher sleeps and continues it as it is.</summary>
    internal bool IsRepeated => Publisher?.Repeats(this) is true;

    /// <summary>The time of the newest data of others than its publisher.</summary>
    internal DateTimeOffset NewestOfOthers { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The series, sorted by unit.</summary>
    public IReadOnlyList<Series> Series => _series;

    /// <summary>
    /// Returns the time of the newest samples; null if there are none. Aggregated samples have the time of their period.
    /// </summary>
    public DateTimeOffset? NewestAt(DateTimeOffset now)
    {
        Tidy(now);
        return TimeOf(_series.Max(series => series.Newest));
    }

    /// <summary>Returns the time of the oldest samples, of one unit or of all units (null); null if there are none.</summary>
    public DateTimeOffset? OldestOf(string? unit, DateTimeOffset now)
    {
        Tidy(now);
        return TimeOf(_series.Where(series => unit is null || series.Unit == unit).Min(series => series.Oldest));
    }

    /// <summary>Returns whether the data from a time on are equal samples at equal intervals, or there are none.</summary>
    internal bool IsEvenFrom(DateTimeOffset time) => _series.TrueForAll(series => series.IsEvenFrom(time));

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

    /// <summary>Notes data of others than its publisher, which does not repeat them.</summary>
    internal void NoteOther(DateTimeOffset at) => NewestOfOthers = at > NewestOfOthers ? at : NewestOfOthers;

    internal void Add(in Datum datum, DateTimeOffset now, long times)
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

        _series[index].Add(datum.Timestamp ?? now, datum.Resolution, datum.Samples, now, times);
    }

    /// <summary>Returns the data, for a snapshot.</summary>
    internal SavedMetric Save() => new(
        Id.Name,
        NewestOfOthers == DateTimeOffset.MinValue ? null : NewestOfOthers,
        [.. _series.SelectMany(series => series.Save())]);

    /// <summary>Adds the data of a snapshot.</summary>
    internal void Restore(in SavedMetric saved)
    {
        foreach (var buckets in saved.Buckets)
        {
            if (_series.Count == 0 || _series[^1].Unit != buckets.Unit)
            {
                _series.Add(new Series(buckets.Unit));
            }

            _series[^1].Restore(buckets.Runs);
        }

        NewestOfOthers = saved.NewestOfOthers ?? DateTimeOffset.MinValue;
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

    private static DateTimeOffset? TimeOf(long? second) =>
        second is null ? null : DateTimeOffset.FromUnixTimeSeconds(second.Value);
}
