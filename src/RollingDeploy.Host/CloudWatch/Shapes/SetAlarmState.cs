using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Sets the state of an alarm. The next evaluation can change it.</summary>
internal sealed record SetAlarmStateInput
{
    [Required, Length(1, 255)]
    public string? AlarmName { get; init; }

    [Required, OneOf("INSUFFICIENT_DATA", "ALARM", "OK")]
    public string? StateValue { get; init; }

    [Required, Length(0, 1023)]
    public string? StateReason { get; init; }

    /// <summary>Details of the reason, as JSON.</summary>
    [Length(0, 4000)]
    public string? StateReasonData { get; init; }
}
