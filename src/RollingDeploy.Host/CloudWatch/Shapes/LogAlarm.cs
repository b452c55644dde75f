using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>An alarm on a query of CloudWatch Logs. RollingDeploy has no such alarms, so lists of them are empty.</summary>
internal sealed record LogAlarm
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

    [Length(0, 4000)]
    public string? StateReasonData { get; init; }

    public DateTimeOffset? StateUpdatedTimestamp { get; init; }
    public ScheduledQueryConfiguration? ScheduledQueryConfiguration { get; init; }
    public int? QueryResultsToEvaluate { get; init; }
    public int? QueryResultsToAlarm { get; init; }
    public double? Threshold { get; init; }

    [ComparisonOperator]
    public string? ComparisonOperator { get; init; }

    [Length(1, 255)]
    public string? TreatMissingData { get; init; }

    public DateTimeOffset? StateTransitionedTimestamp { get; init; }

    [EvaluationState]
    public string? EvaluationState { get; init; }

    public int? ActionLogLineCount { get; init; }
    public string? ActionLogLineRoleArn { get; init; }
    public WarmUpConfiguration? WarmUpConfiguration { get; init; }
    public ActionConfiguration? ActionConfiguration { get; init; }
}

/// <summary>The query of a log alarm.</summary>
internal sealed record ScheduledQueryConfiguration
{
    [Required]
    public string? QueryString { get; init; }

    public List<string>? LogGroupIdentifiers { get; init; }
    public string? QueryARN { get; init; }

    [Required]
    public string? ScheduledQueryRoleARN { get; init; }

    [Required]
    public ScheduleConfiguration? ScheduleConfiguration { get; init; }

    [Required]
    public string? AggregationExpression { get; init; }

    public List<Tag>? Tags { get; init; }
}

/// <summary>When the query of a log alarm runs.</summary>
internal sealed record ScheduleConfiguration
{
    [Required]
    public string? ScheduleExpression { get; init; }

    [Required]
    public long? StartTimeOffset { get; init; }

    public long? EndTimeOffset { get; init; }
}
