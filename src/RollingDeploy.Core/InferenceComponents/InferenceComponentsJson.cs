using System.Text.Json.Serialization;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>The JSON metadata of the commands and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CreateInferenceComponent))]
[JsonSerializable(typeof(UpdateInferenceComponent))]
[JsonSerializable(typeof(UpdateInferenceComponentRuntimeConfig))]
[JsonSerializable(typeof(DeleteInferenceComponent))]
[JsonSerializable(typeof(SavedComponent))]
internal sealed partial class InferenceComponentsJson : JsonSerializerContext;
