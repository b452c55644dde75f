using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Publishes datapoints. The first datapoint of a metric creates the metric.</summary>
internal sealed record PutMetricDataInput
{
    [Required, Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    public List<MetricDatum>? MetricData { get; init; }
    public List<EntityMetricData>? EntityMetricData { get; init; }

    /// <summary>Whether an invalid entity makes the whole request fail.</summary>
    public bool? StrictEntityValidation { get; init; }
}

/// <summary>A value, several values with counts, or a statistic set, with a timestamp.</summary>
// Uses set instead of init. For init, the JSON reader first collects the members in an array, which takes a fifth of the request
// time.
internal sealed record MetricDatum
{
    [Required, Length(1, 255)]
    public string? MetricName { get; set; }

    [Length(0, 30)]
    public List<Dimension>? Dimensions { get; set; }

    /// <summary>The time of the datapoint. The default is the current time.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    public double? Value { get; set; }
    public StatisticSet? StatisticValues { get; set; }
    public List<double>? Values { get; set; }

    /// <summary>The number of occurrences of each of the <see cref="Values"/>. The default is 1 for each.</summary>
    public List<double>? Counts { get; set; }

    [StandardUnit]
    public string? Unit { get; set; }

    /// <summary>The resolution in seconds: 1 for a high-resolution metric, otherwise 60.</summary>
    [Range(1)]
    public int? StorageResolution { get; set; }
}

/// <summary>Statistics of values that were aggregated before they were published.</summary>
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

/// <summary>Datapoints with the service or resource that they come from.</summary>
internal sealed record EntityMetricData
{
    public Entity? Entity { get; init; }
    public List<MetricDatum>? MetricData { get; init; }
}

/// <summary>A service or resource that metrics come from. It is accepted and ignored.</summary>
internal sealed record Entity
{
    /// <summary>The attributes that identify the entity.</summary>
    [Length(2, 4), Length(1, 32, On = Part.Key), Length(1, 2048, On = Part.Value)]
    public Dictionary<string, string>? KeyAttributes { get; init; }

    /// <summary>Other attributes of the entity.</summary>
    [Length(0, 10), Length(1, 256, On = Part.Key), Length(1, 2048, On = Part.Value)]
    public Dictionary<string, string>? Attributes { get; init; }
}
