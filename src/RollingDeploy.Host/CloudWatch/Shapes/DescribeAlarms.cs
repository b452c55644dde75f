using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Describes alarms by name, prefix or state, or by their relation to composite alarms.</summary>
internal sealed record DescribeAlarmsInput
{
    [Length(0, 100), Length(1, 255, On = Part.Item)]
    public List<string>? AlarmNames { get; init; }

    [Length(1, 255)]
    public string? AlarmNamePrefix { get; init; }

    /// <summary>The kinds of alarms to return. The default is metric alarms only.</summary>
    [OneOf("CompositeAlarm", "MetricAlarm", "LogAlarm", On = Part.Item)]
    public List<string>? AlarmTypes { get; init; }

    [Length(1, 255)]
    public string? ChildrenOfAlarmName { get; init; }

    [Length(1, 255)]
    public string? ParentsOfAlarmName { get; init; }

    [OneOf("INSUFFICIENT_DATA", "ALARM", "OK")]
    public string? StateValue { get; init; }

    [Length(1, 1024)]
    public string? ActionPrefix { get; init; }

    [Range(1, 100)]
    public int? MaxRecords { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>A page of alarms, by kind.</summary>
internal sealed record DescribeAlarmsOutput
{
    public List<CompositeAlarm>? CompositeAlarms { get; init; }
    public List<MetricAlarm>? MetricAlarms { get; init; }
    public List<LogAlarm>? LogAlarms { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    public string? NextToken { get; init; }
}
