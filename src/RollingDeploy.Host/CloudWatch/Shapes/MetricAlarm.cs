using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>An alarm on a metric or an expression: its settings and its state.</summary>
internal sealed record MetricAlarm
{
    [Length(1, 255)]
    public string? AlarmName { get; init; }

    [Length(1, 1600)]
    public string? AlarmArn { get; init; }

    [Length(0, 1024)]
    public string? AlarmDescription { get; init; }

    public DateTimeOffset? AlarmConfigurationUpdatedTimestamp { get; init; }
    public bool? ActionsEnabled { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? OKActions { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? AlarmActions { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? InsufficientDataActions { get; init; }

    [OneOf("INSUFFICIENT_DATA", "ALARM", "OK")]
    public string? StateValue { get; init; }

    [Length(0, 1023)]
    public string? StateReason { get; init; }

    /// <summary>Details of the reason, as JSON.</summary>
    [Length(0, 4000)]
    public string? StateReasonData { get; init; }

    /// <summary>The time of the last update of the state, even if the value did not change.</summary>
    public DateTimeOffset? StateUpdatedTimestamp { get; init; }

    [Length(1, 255)]
    public string? MetricName { get; init; }

    [Length(1, 255), Pattern(Patterns.Namespace)]
    public string? Namespace { get; init; }

    [Statistic]
    public string? Statistic { get; init; }

    public string? ExtendedStatistic { get; init; }

    [Length(0, 30)]
    public List<Dimension>? Dimensions { get; init; }

    /// <summary>The period, in seconds.</summary>
    [Range(1)]
    public int? Period { get; init; }

    [StandardUnit]
    public string? Unit { get; init; }

    [Range(1)]
    public int? EvaluationPeriods { get; init; }

    [Range(1)]
    public int? DatapointsToAlarm { get; init; }

    public double? Threshold { get; init; }

    [ComparisonOperator]
    public string? ComparisonOperator { get; init; }

    [Length(1, 255)]
    public string? TreatMissingData { get; init; }

    [Length(1, 255)]
    public string? EvaluateLowSampleCountPercentile { get; init; }

    public List<MetricDataQuery>? Metrics { get; init; }

    [Length(1, 255)]
    public string? ThresholdMetricId { get; init; }

    /// <summary>
    /// Whether it is in its warm-up period, or the data was incomplete or not available. It is absent otherwise.
    /// </summary>
    [EvaluationState]
    public string? EvaluationState { get; init; }

    /// <summary>The time at which the value of the state last changed.</summary>
    public DateTimeOffset? StateTransitionedTimestamp { get; init; }

    public EvaluationWindow? EvaluationWindow { get; init; }
    public WarmUpConfiguration? WarmUpConfiguration { get; init; }
    public EvaluationCriteria? EvaluationCriteria { get; init; }

    /// <summary>The interval between evaluations, in seconds.</summary>
    [Range(10, 3600)]
    public int? EvaluationInterval { get; init; }

    public ActionConfiguration? ActionConfiguration { get; init; }
}

/// <summary>What an alarm evaluates instead of metrics: a PromQL query. It is a union with one member.</summary>
internal sealed record EvaluationCriteria
{
    public AlarmPromQLCriteria? PromQLCriteria { get; init; }
}

/// <summary>A PromQL query. Each of its results is a contributor to the alarm.</summary>
internal sealed record AlarmPromQLCriteria
{
    [Required, Length(1, 10000)]
    public string? Query { get; init; }

    /// <summary>The seconds that a contributor must breach before it counts.</summary>
    [Range(0, 86400)]
    public int? PendingPeriod { get; init; }

    /// <summary>The seconds that a contributor must not breach before it no longer counts.</summary>
    [Range(0, 86400)]
    public int? RecoveryPeriod { get; init; }
}
