using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Tags;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AddTags))]
[JsonSerializable(typeof(DeleteTags))]
[JsonSerializable(typeof(TagsChanged))]
[JsonSerializable(typeof(SavedTags))]
internal sealed partial class TagsJson : JsonSerializerContext;
