using System.Text.Json.Serialization;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The JSON metadata of the commands and events in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RegisterScalableTarget))]
[JsonSerializable(typeof(DeregisterScalableTarget))]
[JsonSerializable(typeof(PutScalingPolicy))]
[JsonSerializable(typeof(DeleteScalingPolicy))]
[JsonSerializable(typeof(ActivityBegan))]
[JsonSerializable(typeof(ActivityEnded))]
[JsonSerializable(typeof(TargetRegistered))]
[JsonSerializable(typeof(TargetDeregistered))]
[JsonSerializable(typeof(PolicyPut))]
[JsonSerializable(typeof(PolicyDeleted))]
internal sealed partial class AutoScalingJson : JsonSerializerContext;
