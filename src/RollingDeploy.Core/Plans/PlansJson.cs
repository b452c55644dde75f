using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Plans;

/// <summary>The JSON metadata of plans.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Plan))]
internal sealed partial class PlansJson : JsonSerializerContext;
