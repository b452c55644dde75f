namespace RollingDeploy.Core.Alarms;

/// <summary>An alarm has gone into a state, and carries its actions out.</summary>
internal readonly record struct AlarmActs(Alarm Alarm);

/// <summary>An alarm was evaluated and is in the state that it was in.</summary>
internal readonly record struct AlarmStays(Alarm Alarm);
