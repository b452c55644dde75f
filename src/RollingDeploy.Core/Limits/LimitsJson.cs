using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Limits;

/// <summary>How the commands and events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PutServiceLimit))]
[JsonSerializable(typeof(LimitChanged))]
internal sealed partial class LimitsJson : JsonSerializerContext;
