using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Puts an alarm into a state by hand; the next evaluation may take it out again.</summary>
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
