using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Deletes alarms. At most one of them can be a composite alarm.</summary>
internal sealed record DeleteAlarmsInput
{
    [Required, Length(0, 100), Length(1, 255, On = Part.Item)]
    public List<string>? AlarmNames { get; init; }
}

/// <summary>Enables the actions of alarms.</summary>
internal sealed record EnableAlarmActionsInput
{
    [Required, Length(0, 100), Length(1, 255, On = Part.Item)]
    public List<string>? AlarmNames { get; init; }
}

/// <summary>Disables the actions of alarms. The alarms are still evaluated.</summary>
internal sealed record DisableAlarmActionsInput
{
    [Required, Length(0, 100), Length(1, 255, On = Part.Item)]
    public List<string>? AlarmNames { get; init; }
}
