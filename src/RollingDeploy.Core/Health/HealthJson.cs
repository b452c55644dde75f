using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Health;

/// <summary>The JSON metadata of the commands in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReportHealth))]
internal sealed partial class HealthJson : JsonSerializerContext;
