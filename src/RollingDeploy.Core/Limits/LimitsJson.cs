using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Limits;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutServiceLimit))]
[JsonSerializable(typeof(LimitChanged))]
[JsonSerializable(typeof(SavedLimit))]
internal sealed partial class LimitsJson : JsonSerializerContext;
