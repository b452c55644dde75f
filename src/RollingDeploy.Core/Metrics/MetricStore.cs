namespace RollingDeploy.Core.Metrics;

/// <summary>The metrics of a region. Nothing in it can be deleted; data expires.</summary>
public sealed class MetricStore
{
    private readonly Dictionary<MetricId, Metric> _metrics = [];
    private readonly SortedSet<MetricId> _names = new(MetricId.Order);
    private readonly Queue<Metric> _toTidy = [];

    /// <summary>Every metric that still has data, by namespace, name and dimensions.</summary>
    public IEnumerable<Metric> All => _names.Select(name => _metrics[name]);

    /// <summary>Those that come after <paramref name="last"/>.</summary>
    public IEnumerable<Metric> After(MetricId last) => _names.Count == 0 || MetricId.Order.Compare(last, _names.Max) >= 0
        ? []
        : _names.GetViewBetween(last, _names.Max).Where(name => !name.Equals(last)).Select(name => _metrics[name]);

    /// <summary>The metric of that name; null when it has no data.</summary>
    public Metric? Find(MetricId id) => _metrics.GetValueOrDefault(id);

    /// <summary>
    /// The samples of one stretch of time, of one unit or of all. Data counts by the second, the minute, … in which it lies.
    /// </summary>
    public SampleSet Sum(MetricId id, string? unit, in Periods periods, DateTimeOffset now)
    {
        var slots = new SampleSet[1];
        Find(id)?.Merge(periods, unit, now, slots, withValues: true);
        return slots[0];
    }

    internal void Add(Datum datum, DateTimeOffset now)
    {
        if (!_metrics.TryGetValue(datum.Metric, out var metric))
        {
            metric = new Metric(datum.Metric);
            _metrics.Add(datum.Metric, metric);
            _names.Add(datum.Metric);
            _toTidy.Enqueue(metric);
        }

        metric.Add(datum, now);
        TidyOne(now);
    }

    // Each datum that comes tidies one metric, in turn: what nobody writes to any more goes too, and no sweep ever takes long.
    private void TidyOne(DateTimeOffset now)
    {
        var metric = _toTidy.Dequeue();
        metric.Tidy(now);
        if (metric.Series.Count > 0)
        {
            _toTidy.Enqueue(metric);
        }
        else
        {
            _metrics.Remove(metric.Id);
            _names.Remove(metric.Id);
        }
    }
}
