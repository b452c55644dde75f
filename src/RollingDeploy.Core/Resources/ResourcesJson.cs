using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Resources;

/// <summary>The JSON metadata of the events in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ResourceCreated))]
[JsonSerializable(typeof(ResourceDeleted))]
internal sealed partial class ResourcesJson : JsonSerializerContext;
