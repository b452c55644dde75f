using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Health;

/// <summary>How the commands of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReportHealth))]
internal sealed partial class HealthJson : JsonSerializerContext;
