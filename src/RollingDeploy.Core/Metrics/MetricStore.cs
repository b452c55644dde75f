namespace RollingDeploy.Core.Metrics;

/// <summary>The metrics of a region. Nothing in it can be deleted; data expires.</summary>
public sealed class MetricStore
{
    // Nothing expires sooner than after three hours, and readers pass over what has: there is no hurry.
    private static readonly TimeSpan BetweenTidyings = TimeSpan.FromMinutes(10);

    private readonly Dictionary<MetricId, Metric> _metrics = [];
    private readonly SortedSet<MetricId> _names = new(MetricId.Order);
    private readonly Queue<(Metric Metric, DateTimeOffset NotBefore)> _toTidy = [];

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

    /// <summary>Adds a datum, or <paramref name="times"/> equal ones, one for each stretch of its resolution.</summary>
    internal void Add(in Datum datum, DateTimeOffset now, int times = 1)
    {
        if (!_metrics.TryGetValue(datum.Metric, out var metric))
        {
            metric = new Metric(datum.Metric);
            _metrics.Add(datum.Metric, metric);
            _names.Add(datum.Metric);
            _toTidy.Enqueue((metric, now + BetweenTidyings));
        }

        metric.Add(datum, now, times);
        TidyOne(now);
    }

    // Each datum that comes tidies one metric, in turn: what nobody writes to any more goes too, and no sweep ever takes long.
    private void TidyOne(DateTimeOffset now)
    {
        var (metric, notBefore) = _toTidy.Dequeue();
        if (now < notBefore)
        {
            _toTidy.Enqueue((metric, notBefore));
            return;
        }

        metric.Tidy(now);
        if (metric.Series.Count > 0)
        {
            _toTidy.Enqueue((metric, now + BetweenTidyings));
        }
        else
        {
            _metrics.Remove(metric.Id);
            _names.Remove(metric.Id);
        }
    }
}
