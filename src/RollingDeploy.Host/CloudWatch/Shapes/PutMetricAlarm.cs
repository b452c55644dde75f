using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Creates or updates an alarm. An update replaces all settings and keeps the state.</summary>
internal sealed record PutMetricAlarmInput
{
    [Required, Length(1, 255)]
    public string? AlarmName { get; init; }

    [Length(0, 1024)]
    public string? AlarmDescription { get; init; }

    /// <summary>Whether actions are executed. The default is true.</summary>
    public bool? ActionsEnabled { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? OKActions { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? AlarmActions { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? InsufficientDataActions { get; init; }

    [Length(1, 255)]
    public string? MetricName { get; init; }

    [Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    [Statistic]
    public string? Statistic { get; init; }

    public string? ExtendedStatistic { get; init; }

    [Length(0, 30)]
    public List<Dimension>? Dimensions { get; init; }

    /// <summary>The period in seconds: 10, 20, 30 or a multiple of 60.</summary>
    [Range(1)]
    public int? Period { get; init; }

    [StandardUnit]
    public string? Unit { get; init; }

    /// <summary>The number of periods that are evaluated: N.</summary>
    [Range(1)]
    public int? EvaluationPeriods { get; init; }

    /// <summary>The number of datapoints that must breach within N periods: M. The default is N.</summary>
    [Range(1)]
    public int? DatapointsToAlarm { get; init; }

    public double? Threshold { get; init; }

    [ComparisonOperator]
    public string? ComparisonOperator { get; init; }

    /// <summary>How missing data is treated: breaching, notBreaching, ignore or missing. The default is missing.</summary>
    [Length(1, 255)]
    public string? TreatMissingData { get; init; }

    /// <summary>Whether percentiles of few samples are evaluated: evaluate or ignore.</summary>
    [Length(1, 255)]
    public string? EvaluateLowSampleCountPercentile { get; init; }

    /// <summary>The metrics and expressions. Do not specify it together with the members for a single metric.</summary>
    public List<MetricDataQuery>? Metrics { get; init; }

    /// <summary>The tags of a new alarm. They are ignored if the alarm exists.</summary>
    public List<Tag>? Tags { get; init; }

    /// <summary>The ID of the band of an anomaly detection alarm, instead of a threshold.</summary>
    [Length(1, 255)]
    public string? ThresholdMetricId { get; init; }

    public EvaluationWindow? EvaluationWindow { get; init; }
    public WarmUpConfiguration? WarmUpConfiguration { get; init; }
    public EvaluationCriteria? EvaluationCriteria { get; init; }

    /// <summary>The interval between evaluations, in seconds.</summary>
    [Range(10, 3600)]
    public int? EvaluationInterval { get; init; }

    public ActionConfiguration? ActionConfiguration { get; init; }
}
