using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Resources;

/// <summary>How the events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ResourceCreated))]
[JsonSerializable(typeof(ResourceDeleted))]
internal sealed partial class ResourcesJson : JsonSerializerContext;
