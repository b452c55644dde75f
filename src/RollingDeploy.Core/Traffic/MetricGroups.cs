using System.Collections.Immutable;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>Whose metrics: each name that is there is a dimension (endpoint-metrics.md §1, §2).</summary>
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

/// <summary>Metrics that have namespace and dimensions in common.</summary>
internal sealed class MetricGroup(string metricNamespace, MetricSubject subject)
{
    private readonly ImmutableArray<Dimension> _dimensions = subject.Dimensions;
    private readonly Dictionary<string, MetricId> _ids = [];

    public MetricId this[string metric] => _ids.TryGetValue(metric, out var known)
        ? known
        : _ids[metric] = new MetricId(metricNamespace, metric, _dimensions);
}

/// <summary>The names of what is published, kept because making them costs more than to publish by them.</summary>
internal sealed class MetricGroups(Region region)
{
    /// <summary>The namespace of invocations.</summary>
    public const string Invocations = "AWS/SageMaker";

    private readonly Dictionary<(string Namespace, MetricSubject Subject), MetricGroup> _groups = [];

    /// <summary>What is to be published of somebody at a moment.</summary>
    public Publication At(DateTimeOffset at, in MetricSubject subject, string metricNamespace = Invocations)
    {
        if (!_groups.TryGetValue((metricNamespace, subject), out var group))
        {
            _groups[(metricNamespace, subject)] = group = new MetricGroup(metricNamespace, subject);
        }

        return new Publication(region, group, at);
    }

    /// <summary>Forgets the names: whose they were may be gone.</summary>
    public void Forget() => _groups.Clear();
}

/// <summary>Data of several metrics that have namespace, dimensions and time in common.</summary>
internal readonly record struct Publication(Region Region, MetricGroup Group, DateTimeOffset At)
{
    /// <summary>Seconds between the data of metrics of high resolution.</summary>
    public const int HighResolution = 10;

    /// <summary>Seconds that a datum stands for.</summary>
    public int Resolution { get; init; } = 60;

    /// <summary>Publishes a datum, or <paramref name="times"/> equal ones, one for each stretch of the resolution.</summary>
    public void Add(string metric, string unit, in SampleSet samples, int times = 1) =>
        Region.Metrics.Add(new Datum(Group[metric], unit, At, Resolution, samples), Region.Now, times);
}
