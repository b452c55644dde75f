using System.Text.Json.Serialization;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>How the commands and events of this room are written down and read back.</summary>
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
