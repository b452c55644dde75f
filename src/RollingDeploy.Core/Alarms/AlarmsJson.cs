using System.Text.Json.Serialization;
using RollingDeploy.Core.Alarms.Contributors;

namespace RollingDeploy.Core.Alarms;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
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
[JsonSerializable(typeof(WarmUpEnded))]
[JsonSerializable(typeof(ContributorStateUpdate))]
[JsonSerializable(typeof(ContributorActionExecuted))]
[JsonSerializable(typeof(SavedMetricAlarm))]
[JsonSerializable(typeof(SavedCompositeAlarm))]
[JsonSerializable(typeof(SavedAlarmChanges))]
[JsonSerializable(typeof(SavedHistoryItem))]
internal sealed partial class AlarmsJson : JsonSerializerContext;
