using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>
/// Creates or updates a composite alarm, which depends on the states of other alarms. An update replaces all settings.
/// </summary>
internal sealed record PutCompositeAlarmInput
{
    public bool? ActionsEnabled { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? AlarmActions { get; init; }

    [Length(0, 1024)]
    public string? AlarmDescription { get; init; }

    [Required, Length(1, 255)]
    public string? AlarmName { get; init; }

    /// <summary>The rule, such as <c>ALARM(a) AND NOT OK(b)</c>.</summary>
    [Required, Length(1, 10240)]
    public string? AlarmRule { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? InsufficientDataActions { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? OKActions { get; init; }

    public List<Tag>? Tags { get; init; }

    /// <summary>The name or ARN of an alarm that suppresses the actions while it is in ALARM.</summary>
    [Length(1, 1600)]
    public string? ActionsSuppressor { get; init; }

    /// <summary>The seconds to wait for the suppressor to go into ALARM.</summary>
    public int? ActionsSuppressorWaitPeriod { get; init; }

    /// <summary>The seconds to wait after the suppressor has left ALARM.</summary>
    public int? ActionsSuppressorExtensionPeriod { get; init; }

    public ActionConfiguration? ActionConfiguration { get; init; }
}

/// <summary>A composite alarm: its settings and its state.</summary>
internal sealed record CompositeAlarm
{
    public bool? ActionsEnabled { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? AlarmActions { get; init; }

    [Length(1, 1600)]
    public string? AlarmArn { get; init; }

    public DateTimeOffset? AlarmConfigurationUpdatedTimestamp { get; init; }

    [Length(0, 1024)]
    public string? AlarmDescription { get; init; }

    [Length(1, 255)]
    public string? AlarmName { get; init; }

    [Length(1, 10240)]
    public string? AlarmRule { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? InsufficientDataActions { get; init; }

    [Length(0, 5), Length(1, 1024, On = Part.Item)]
    public List<string>? OKActions { get; init; }

    [Length(0, 1023)]
    public string? StateReason { get; init; }

    /// <summary>Details of the reason, as JSON.</summary>
    [Length(0, 4000)]
    public string? StateReasonData { get; init; }

    /// <summary>The time of the last update of the state, even if the value did not change.</summary>
    public DateTimeOffset? StateUpdatedTimestamp { get; init; }

    [OneOf("INSUFFICIENT_DATA", "ALARM", "OK")]
    public string? StateValue { get; init; }

    /// <summary>The time at which the value of the state last changed.</summary>
    public DateTimeOffset? StateTransitionedTimestamp { get; init; }

    [OneOf("WaitPeriod", "ExtensionPeriod", "Alarm")]
    public string? ActionsSuppressedBy { get; init; }

    [Length(0, 1024)]
    public string? ActionsSuppressedReason { get; init; }

    [Length(1, 1600)]
    public string? ActionsSuppressor { get; init; }

    /// <summary>The seconds to wait for the suppressor to go into ALARM.</summary>
    public int? ActionsSuppressorWaitPeriod { get; init; }

    /// <summary>The seconds to wait after the suppressor has left ALARM.</summary>
    public int? ActionsSuppressorExtensionPeriod { get; init; }

    public ActionConfiguration? ActionConfiguration { get; init; }
}
