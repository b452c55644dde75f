using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Creates an alarm, or replaces all of its settings; the state that it is in stays.</summary>
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

    /// <summary>Seconds: 10, 20, 30 or a multiple of 60.</summary>
    [Range(1)]
    public int? Period { get; init; }

    [StandardUnit]
    public string? Unit { get; init; }

    /// <summary>N: how many of the last periods are looked at.</summary>
    [Range(1)]
    public int? EvaluationPeriods { get; init; }

    /// <summary>M: how many of those N have to breach; all of them when absent.</summary>
    [Range(1)]
    public int? DatapointsToAlarm { get; init; }

    public double? Threshold { get; init; }

    [ComparisonOperator]
    public string? ComparisonOperator { get; init; }

    /// <summary>breaching, notBreaching, ignore or missing, which is what absent means.</summary>
    [Length(1, 255)]
    public string? TreatMissingData { get; init; }

    /// <summary>evaluate or ignore.</summary>
    [Length(1, 255)]
    public string? EvaluateLowSampleCountPercentile { get; init; }

    /// <summary>For an alarm on an expression; excludes the members that describe a single metric.</summary>
    public List<MetricDataQuery>? Metrics { get; init; }

    /// <summary>Ignored when the alarm exists.</summary>
    public List<Tag>? Tags { get; init; }

    /// <summary>The band of an anomaly alarm, in place of a threshold.</summary>
    [Length(1, 255)]
    public string? ThresholdMetricId { get; init; }

    public EvaluationCriteria? EvaluationCriteria { get; init; }

    /// <summary>The interval between evaluations, in seconds.</summary>
    [Range(10, 3600)]
    public int? EvaluationInterval { get; init; }
}
