using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Tags;

/// <summary>How the commands and events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AddTags))]
[JsonSerializable(typeof(DeleteTags))]
[JsonSerializable(typeof(TagsChanged))]
internal sealed partial class TagsJson : JsonSerializerContext;
