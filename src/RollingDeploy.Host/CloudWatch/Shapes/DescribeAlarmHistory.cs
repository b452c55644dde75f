using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Returns the history of an alarm, or of all alarms.</summary>
internal sealed record DescribeAlarmHistoryInput
{
    [Length(1, 255)]
    public string? AlarmName { get; init; }

    [Length(1, 16)]
    public string? AlarmContributorId { get; init; }

    /// <summary>The kinds of alarms to return. The default is metric alarms only.</summary>
    [OneOf("CompositeAlarm", "MetricAlarm", "LogAlarm", On = Part.Item)]
    public List<string>? AlarmTypes { get; init; }

    [OneOf("ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate", "AlarmContributorAction")]
    public string? HistoryItemType { get; init; }

    public DateTimeOffset? StartDate { get; init; }
    public DateTimeOffset? EndDate { get; init; }

    [Range(1, 100)]
    public int? MaxRecords { get; init; }

    public string? NextToken { get; init; }

    [OneOf("TimestampDescending", "TimestampAscending")]
    public string? ScanBy { get; init; }
}

/// <summary>A page of the history.</summary>
internal sealed record DescribeAlarmHistoryOutput
{
    public List<AlarmHistoryItem>? AlarmHistoryItems { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    public string? NextToken { get; init; }
}

/// <summary>A change of the settings or the state of an alarm, or an action of the alarm.</summary>
internal sealed record AlarmHistoryItem
{
    [Length(1, 255)]
    public string? AlarmName { get; init; }

    [Length(1, 16)]
    public string? AlarmContributorId { get; init; }

    [OneOf("CompositeAlarm", "MetricAlarm", "LogAlarm")]
    public string? AlarmType { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    [OneOf("ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate", "AlarmContributorAction")]
    public string? HistoryItemType { get; init; }

    [Length(1, 255)]
    public string? HistorySummary { get; init; }

    /// <summary>Details of the entry, as JSON.</summary>
    [Length(1, 4095)]
    public string? HistoryData { get; init; }

    [Length(0, 150), Length(1, 255, On = Part.Key), Length(1, 1024, On = Part.Value)]
    public Dictionary<string, string>? AlarmContributorAttributes { get; init; }
}
