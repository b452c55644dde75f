using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Containers;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutBehavior))]
[JsonSerializable(typeof(BehaviorPut))]
[JsonSerializable(typeof(BehaviorBegan))]
[JsonSerializable(typeof(SavedBehavior))]
[JsonSerializable(typeof(SavedArmedBehavior))]
internal sealed partial class ContainersJson : JsonSerializerContext;
