namespace RollingDeploy.Core.Metrics;

/// <summary>The metrics of a region. Data cannot be deleted, but it expires.</summary>
public sealed class MetricStore
{
    // The interval can be long, because data expires after three hours at the earliest and readers ignore expired data.
    private static readonly TimeSpan BetweenTidyings = TimeSpan.FromMinutes(10);

    private readonly Dictionary<MetricId, Metric> _metrics = [];
    private readonly SortedSet<MetricId> _names = new(MetricId.Order);
    private readonly Dictionary<MetricId, List<IMetricWatcher>> _watchers = [];
    private readonly Queue<(Metric Metric, DateTimeOffset NotBefore)> _toTidy = [];

    /// <summary>
    /// The metrics with data, sorted by namespace, name and dimensions. A metric whose data has expired may still be included.
    /// </summary>
    public IEnumerable<Metric> All => _names.Select(Current);

    /// <summary>Returns the metrics that come after <paramref name="last"/>.</summary>
    public IEnumerable<Metric> After(MetricId last) => _names.Count == 0 || MetricId.Order.Compare(last, _names.Max) >= 0
        ? []
        : _names.GetViewBetween(last, _names.Max).Where(name => !name.Equals(last)).Select(Current);

    /// <summary>Returns the metrics with this namespace and name, sorted by their dimensions.</summary>
    public IEnumerable<Metric> Named(string metricNamespace, string name)
    {
        // No name is between a name and the same name with one more character, the smallest one.
        var (first, end) = (new MetricId(metricNamespace, name, []), new MetricId(metricNamespace, name + '\0', []));
        return _names.GetViewBetween(first, end).Where(id => id.Name == name).Select(Current);
    }

    /// <summary>Returns the metric with this identifier; null if it has no data.</summary>
    public Metric? Find(MetricId id) => _metrics.TryGetValue(id, out var metric) ? Current(metric) : null;

    /// <summary>
    /// Returns the samples of a period, of one unit or of all units (null). Data belongs to the second or minute, for example,
    /// that contains its time.
    /// </summary>
    public SampleSet Sum(MetricId id, string? unit, in Periods periods, DateTimeOffset now)
    {
        var slots = new SampleSet[1];
        Find(id)?.Merge(periods, unit, now, slots, withValues: true);
        return slots[0];
    }

    /// <summary>Adds a datum, or <paramref name="times"/> equal datums, one for each interval of its resolution.</summary>
    internal void Add(in Datum datum, DateTimeOffset now, long times = 1)
    {
        var metric = Open(datum.Metric);
        metric.NoteOther(datum.Timestamp ?? now);
        Add(metric, datum, now, times);
    }

    /// <summary>Returns the metric with this identifier. A new one is stored with its first datum.</summary>
    internal Metric Open(MetricId id) => Find(id) ?? new Metric(id) { Watchers = _watchers.GetValueOrDefault(id) };

    /// <summary>Lets a watcher know once that data is added to a metric, which need not exist yet.</summary>
    internal void Watch(MetricId id, IMetricWatcher watcher)
    {
        if (!_watchers.TryGetValue(id, out var watchers))
        {
            _watchers.Add(id, watchers = []);
            if (_metrics.TryGetValue(id, out var metric))
            {
                metric.Watchers = watchers;
            }
        }

        watchers.Add(watcher);
    }

    /// <summary>Ends what <see cref="Watch"/> began.</summary>
    internal void Unwatch(MetricId id, IMetricWatcher watcher)
    {
        if (_watchers.TryGetValue(id, out var watchers) && watchers.Remove(watcher) && watchers.Count == 0)
        {
            _watchers.Remove(id);
            if (_metrics.TryGetValue(id, out var metric))
            {
                metric.Watchers = null;
            }
        }
    }

    /// <summary>Adds a datum to a metric that was opened, which is faster than by its identifier.</summary>
    internal void Add(Metric metric, in Datum datum, DateTimeOffset now, long times)
    {
        if (!metric.IsStored)
        {
            metric.IsStored = true;
            _metrics.Add(metric.Id, metric);
            _names.Add(metric.Id);
            _toTidy.Enqueue((metric, now + BetweenTidyings));
        }

        metric.Add(datum, now, times);
        TidyOne(now);
        TellWatchers(metric);
    }

    /// <summary>Tells those who wait for a metric that it has other data than they expect.</summary>
    internal void TellWatchers(Metric metric)
    {
        if (metric.Watchers is not { } watchers)
        {
            return;
        }

        metric.Watchers = null;
        _watchers.Remove(metric.Id);
        foreach (var watcher in watchers)
        {
            watcher.DataAdded(metric.Id);
        }
    }

    /// <summary>
    /// Returns the metrics, for a snapshot. Those with the same namespace and dimensions that were stored one after the other are
    /// together.
    /// </summary>
    internal IEnumerable<SavedMetrics> Save()
    {
        List<Metric> group = [];
        foreach (var metric in _metrics.Values)
        {
            if (group.Count > 0 && !metric.Id.IsBeside(group[0].Id))
            {
                yield return Save(group);
                group.Clear();
            }

            group.Add(Current(metric));
        }

        if (group.Count > 0)
        {
            yield return Save(group);
        }
    }

    /// <summary>Adds metrics of a snapshot.</summary>
    internal void Restore(SavedMetrics saved, DateTimeOffset now)
    {
        MetricId? beside = null;
        foreach (var each in saved.Metrics)
        {
            beside = beside?.Beside(each.Name) ?? new(saved.Namespace, each.Name, saved.Dimensions);
            var metric = new Metric(beside) { IsStored = true };
            metric.Restore(each);
            _metrics.Add(metric.Id, metric);
            _names.Add(metric.Id);

            // When it was tidied last changes no result.
            _toTidy.Enqueue((metric, now + BetweenTidyings));
        }
    }

    private static SavedMetrics Save(List<Metric> group) =>
        new(group[0].Id.Namespace, group[0].Id.Dimensions, [.. group.Select(metric => metric.Save())]);

    private Metric Current(MetricId id) => Current(_metrics[id]);

    // Whoever reads or writes a metric gets it here, so the data that its publisher has left out until now is added here.
    private static Metric Current(Metric metric)
    {
        metric.Publisher?.CatchUp();
        return metric;
    }

    // Each new datum tidies one metric in turn. So metrics without new data are tidied too, and no call takes long. Metrics that
    // continue while their publisher sleeps are tidied when it has caught up.
    private void TidyOne(DateTimeOffset now)
    {
        var (metric, notBefore) = _toTidy.Dequeue();
        if (now < notBefore || metric.IsRepeated)
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
            metric.IsStored = false;
            _metrics.Remove(metric.Id);
            _names.Remove(metric.Id);
        }
    }
}
