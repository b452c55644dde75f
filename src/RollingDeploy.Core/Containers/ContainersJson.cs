using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Containers;

/// <summary>How the commands and events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutBehavior))]
[JsonSerializable(typeof(BehaviorPut))]
[JsonSerializable(typeof(BehaviorBegan))]
internal sealed partial class ContainersJson : JsonSerializerContext;
