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
internal sealed class MetricGroup(MetricStore store, string metricNamespace, MetricSubject subject)
{
    private readonly ImmutableArray<Dimension> _dimensions = subject.Dimensions;
    private readonly Dictionary<string, Metric> _metrics = [];

    /// <summary>Adds a datum to a metric of the group.</summary>
    public void Add(
        string name, string unit, DateTimeOffset at, int resolution, in SampleSet samples, DateTimeOffset now, int times)
    {
        // A metric whose data has expired is no longer in the store, and another one may be there instead.
        if (!_metrics.TryGetValue(name, out var metric) || !metric.IsStored)
        {
            _metrics[name] = metric = store.Open(metric?.Id ?? new MetricId(metricNamespace, name, _dimensions));
        }

        store.Add(metric, new Datum(metric.Id, unit, at, resolution, samples), now, times);
    }
}

/// <summary>A cache of metrics, because finding them by their names costs more than publishing.</summary>
internal sealed class MetricGroups(Region region)
{
    /// <summary>The namespace of invocation metrics.</summary>
    public const string Invocations = "AWS/SageMaker";

    private readonly Dictionary<(string Namespace, MetricSubject Subject), MetricGroup> _groups = [];

    /// <summary>Returns a publication for these dimensions at this time.</summary>
    public Publication At(DateTimeOffset at, in MetricSubject subject, string metricNamespace = Invocations)
    {
        if (!_groups.TryGetValue((metricNamespace, subject), out var group))
        {
            _groups[(metricNamespace, subject)] = group = new MetricGroup(region.Metrics, metricNamespace, subject);
        }

        return new Publication(region, group, at);
    }

    /// <summary>Clears the cache, because some of the resources may be gone.</summary>
    public void Forget() => _groups.Clear();
}

/// <summary>Publishes datums of several metrics with the same namespace, dimensions and time.</summary>
internal readonly record struct Publication(Region Region, MetricGroup Group, DateTimeOffset At)
{
    /// <summary>The interval of high-resolution metrics, in seconds.</summary>
    public const int HighResolution = 10;

    /// <summary>The interval of a datum, in seconds.</summary>
    public int Resolution { get; init; } = 60;

    /// <summary>Publishes a datum, or <paramref name="times"/> equal datums, one for each interval.</summary>
    public void Add(string metric, string unit, in SampleSet samples, int times = 1) =>
        Group.Add(metric, unit, At, Resolution, samples, Region.Now, times);
}
