using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Containers;

/// <summary>The JSON metadata of the commands and events in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutBehavior))]
[JsonSerializable(typeof(BehaviorPut))]
[JsonSerializable(typeof(BehaviorBegan))]
internal sealed partial class ContainersJson : JsonSerializerContext;
