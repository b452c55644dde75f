using System.Text.Json.Serialization;
using RollingDeploy.Core.AutoScaling.Schedules;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RegisterScalableTarget))]
[JsonSerializable(typeof(DeregisterScalableTarget))]
[JsonSerializable(typeof(PutScalingPolicy))]
[JsonSerializable(typeof(DeleteScalingPolicy))]
[JsonSerializable(typeof(PutScheduledAction))]
[JsonSerializable(typeof(DeleteScheduledAction))]
[JsonSerializable(typeof(ActivityBegan))]
[JsonSerializable(typeof(ActivityEnded))]
[JsonSerializable(typeof(TargetRegistered))]
[JsonSerializable(typeof(TargetDeregistered))]
[JsonSerializable(typeof(PolicyPut))]
[JsonSerializable(typeof(PolicyDeleted))]
[JsonSerializable(typeof(ScheduledActionPut))]
[JsonSerializable(typeof(ScheduledActionDeleted))]
[JsonSerializable(typeof(SavedScalingIds))]
[JsonSerializable(typeof(SavedActivity))]
[JsonSerializable(typeof(SavedTarget))]
[JsonSerializable(typeof(SavedPolicy))]
[JsonSerializable(typeof(SavedCapacityChange))]
internal sealed partial class AutoScalingJson : JsonSerializerContext;
