using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Publishes data points. A metric comes into being with its first one.</summary>
internal sealed record PutMetricDataInput
{
    [Required, Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    public List<MetricDatum>? MetricData { get; init; }
    public List<EntityMetricData>? EntityMetricData { get; init; }

    /// <summary>Refuse the whole request, and not only the entity, when an entity is invalid.</summary>
    public bool? StrictEntityValidation { get; init; }
}

/// <summary>A value, some values with their counts, or a statistic set, at one moment.</summary>
// Set and not init: for init, the reader of JSON collects the members in an array of objects first, a fifth of the request's
// time.
internal sealed record MetricDatum
{
    [Required, Length(1, 255)]
    public string? MetricName { get; set; }

    [Length(0, 30)]
    public List<Dimension>? Dimensions { get; set; }

    /// <summary>Now when absent.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    public double? Value { get; set; }
    public StatisticSet? StatisticValues { get; set; }
    public List<double>? Values { get; set; }

    /// <summary>How often each of <see cref="Values"/> occurred; once when absent.</summary>
    public List<double>? Counts { get; set; }

    [StandardUnit]
    public string? Unit { get; set; }

    /// <summary>Seconds: 1 for a metric of high resolution, otherwise 60.</summary>
    [Range(1)]
    public int? StorageResolution { get; set; }
}

/// <summary>Values that were summed up before they were published.</summary>
internal sealed record StatisticSet
{
    [Required]
    public double? SampleCount { get; init; }

    [Required]
    public double? Sum { get; init; }

    [Required]
    public double? Minimum { get; init; }

    [Required]
    public double? Maximum { get; init; }
}

/// <summary>Data points of a service or resource that is named with them.</summary>
internal sealed record EntityMetricData
{
    public Entity? Entity { get; init; }
    public List<MetricDatum>? MetricData { get; init; }
}

/// <summary>A service or resource that metrics come from. Accepted; nothing here looks at it.</summary>
internal sealed record Entity
{
    /// <summary>What the entity is identified by.</summary>
    [Length(2, 4), Length(1, 32, On = Part.Key), Length(1, 2048, On = Part.Value)]
    public Dictionary<string, string>? KeyAttributes { get; init; }

    /// <summary>What else is known of it.</summary>
    [Length(0, 10), Length(1, 256, On = Part.Key), Length(1, 2048, On = Part.Value)]
    public Dictionary<string, string>? Attributes { get; init; }
}
