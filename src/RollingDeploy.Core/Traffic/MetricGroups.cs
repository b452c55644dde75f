using System.Collections.Immutable;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>The dimensions of metrics. Each member that is not null is a dimension (endpoint-metrics.md §1, §2).</summary>
internal readonly record struct MetricSubject(string? Endpoint = null, string? Variant = null)
{
    public string? Config { get; init; }

    public string? Instance { get; init; }

    public string? Container { get; init; }

    public string? Component { get; init; }

    public ImmutableArray<Dimension> Dimensions =>
    [
        .. new (string Name, string? Value)[]
        {
            ("EndpointName", Endpoint),
            ("VariantName", Variant),
            ("EndpointConfigName", Config),
            ("InstanceId", Instance),
            ("ContainerName", Container),
            ("InferenceComponentName", Component),
        }.Where(each => each.Value is not null).Select(each => new Dimension(each.Name, each.Value!)),
    ];
}

/// <summary>Metrics with the same namespace and dimensions.</summary>
internal sealed class MetricGroup(MetricStore store, IMetricPublisher? publisher, string metricNamespace, MetricSubject subject)
{
    private readonly ImmutableArray<Dimension> _dimensions = subject.Dimensions;
    private readonly Dictionary<string, Metric> _metrics = [];

    /// <summary>Whether the metrics are published every minute, and not by single requests.</summary>
    public bool HasPublisher => publisher is not null;

    /// <summary>The metrics that were published.</summary>
    public Dictionary<string, Metric>.ValueCollection Metrics => _metrics.Values;

    /// <summary>Returns a metric of the group.</summary>
    public Metric Open(string name)
    {
        // A metric whose data has expired is no longer in the store, and another one may be there instead.
        if (!_metrics.TryGetValue(name, out var metric) || !metric.IsStored)
        {
            _metrics[name] = metric = store.Open(metric?.Id ?? new MetricId(metricNamespace, name, _dimensions));
            metric.Publisher = publisher ?? metric.Publisher;
        }

        return metric;
    }
}

/// <summary>A cache of metrics, because finding them by their names costs more than publishing.</summary>
/// <param name="region">The region.</param>
/// <param name="publisher">Who publishes them every minute; null for single requests.</param>
internal sealed class MetricGroups(Region region, IMetricPublisher? publisher = null)
{
    /// <summary>The namespace of invocation metrics.</summary>
    public const string Invocations = "AWS/SageMaker";

    private readonly Dictionary<(string Namespace, MetricSubject Subject), MetricGroup> _groups = [];

    private List<Published>? _record;

    /// <summary>Returns a publication for these dimensions at this time.</summary>
    public Publication At(DateTimeOffset at, in MetricSubject subject, string metricNamespace = Invocations)
    {
        if (!_groups.TryGetValue((metricNamespace, subject), out var group))
        {
            _groups[(metricNamespace, subject)] = group = new MetricGroup(region.Metrics, publisher, metricNamespace, subject);
        }

        return new Publication(region, group, at, _record);
    }

    /// <summary>Returns what is published meanwhile, so that it can be repeated.</summary>
    public List<Published> Record(Action publish)
    {
        // Usually as much as before.
        var record = new List<Published>(_groups.Values.Sum(group => group.Metrics.Count));
        _record = record;
        try
        {
            publish();
            return record;
        }
        finally
        {
            _record = null;
        }
    }

    /// <summary>Clears the cache, because some of the resources may be gone.</summary>
    public void Forget()
    {
        foreach (var metric in _groups.Values.SelectMany(group => group.Metrics))
        {
            metric.Publisher = metric.Publisher == publisher ? null : metric.Publisher;
        }

        _groups.Clear();
    }

    /// <summary>Tells those who watch the metrics that they can have other data from now on.</summary>
    public void TellWatchers()
    {
        foreach (var metric in _groups.Values.SelectMany(group => group.Metrics))
        {
            region.Metrics.TellWatchers(metric);
        }
    }
}

/// <summary>Publishes datums of several metrics with the same namespace, dimensions and time.</summary>
internal readonly record struct Publication(Region Region, MetricGroup Group, DateTimeOffset At, List<Published>? Record)
{
    /// <summary>The interval of high-resolution metrics, in seconds.</summary>
    public const int HighResolution = 10;

    /// <summary>The interval of a datum, in seconds.</summary>
    public int Resolution { get; init; } = 60;

    /// <summary>Publishes a datum, or <paramref name="times"/> equal datums, one for each interval.</summary>
    public void Add(string metric, string unit, in SampleSet samples, int times = 1)
    {
        var published = new Published(Group.Open(metric), unit, Resolution, samples, times);
        if (!Group.HasPublisher)
        {
            published.Metric.NoteOther(At);
        }

        Region.Metrics.Add(published.Metric, published.At(At), Region.Now, times);
        Record?.Add(published);
    }
}

/// <summary>A datum that was published in a minute.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Resolution">The interval of the datum, in seconds.</param>
/// <param name="Samples">The samples.</param>
/// <param name="Times">The number of equal datums, one for each interval.</param>
internal readonly record struct Published(Metric Metric, string Unit, int Resolution, SampleSet Samples, int Times)
{
    /// <summary>Returns the datum for a time.</summary>
    public Datum At(DateTimeOffset time) => new(Metric.Id, Unit, time, Resolution, Samples);

    /// <summary>
    /// Publishes it again in successive minutes. Those who watch the metric are not told, because they expect this.
    /// </summary>
    public void Repeat(DateTimeOffset start, long minutes)
    {
        // Each was due at the end of its minute, so none is late.
        Metric.Add(At(start), start, Times * minutes);
    }
}
