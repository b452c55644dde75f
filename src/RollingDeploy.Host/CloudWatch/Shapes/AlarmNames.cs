using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Deletes alarms, of which at most one may be a composite alarm.</summary>
internal sealed record DeleteAlarmsInput
{
    [Required, Length(0, 100), Length(1, 255, On = Part.Item)]
    public List<string>? AlarmNames { get; init; }
}

/// <summary>Lets alarms act on a change of state again.</summary>
internal sealed record EnableAlarmActionsInput
{
    [Required, Length(0, 100), Length(1, 255, On = Part.Item)]
    public List<string>? AlarmNames { get; init; }
}

/// <summary>Keeps alarms from acting; they are evaluated all the same.</summary>
internal sealed record DisableAlarmActionsInput
{
    [Required, Length(0, 100), Length(1, 255, On = Part.Item)]
    public List<string>? AlarmNames { get; init; }
}
