using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Models;

/// <summary>How the commands of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CreateModel))]
[JsonSerializable(typeof(DeleteModel))]
internal sealed partial class ModelsJson : JsonSerializerContext;
