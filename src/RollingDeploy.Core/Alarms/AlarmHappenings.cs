namespace RollingDeploy.Core.Alarms;

/// <summary>The notification that an alarm has changed its state and its actions run.</summary>
internal readonly record struct AlarmActs(Alarm Alarm);

/// <summary>The notification that an alarm was evaluated without a change of its state.</summary>
internal readonly record struct AlarmStays(Alarm Alarm);

/// <summary>The notification that an alarm has changed its state or was deleted.</summary>
internal readonly record struct AlarmChanged(string Name);
