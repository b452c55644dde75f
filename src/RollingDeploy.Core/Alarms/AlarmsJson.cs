using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Alarms;

/// <summary>How the commands and events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutMetricAlarm))]
[JsonSerializable(typeof(PutCompositeAlarm))]
[JsonSerializable(typeof(SetAlarmState))]
[JsonSerializable(typeof(SetAlarmActions))]
[JsonSerializable(typeof(DeleteAlarms))]
[JsonSerializable(typeof(AlarmCreated))]
[JsonSerializable(typeof(AlarmUpdated))]
[JsonSerializable(typeof(AlarmDeleted))]
[JsonSerializable(typeof(StateUpdate))]
[JsonSerializable(typeof(ActionExecuted))]
internal sealed partial class AlarmsJson : JsonSerializerContext;
