using System.Text.Json.Serialization;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>How the commands of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CreateInferenceComponent))]
[JsonSerializable(typeof(UpdateInferenceComponent))]
[JsonSerializable(typeof(UpdateInferenceComponentRuntimeConfig))]
[JsonSerializable(typeof(DeleteInferenceComponent))]
internal sealed partial class InferenceComponentsJson : JsonSerializerContext;
