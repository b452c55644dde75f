using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Models;

/// <summary>The JSON metadata of the commands and models in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CreateModel))]
[JsonSerializable(typeof(DeleteModel))]
[JsonSerializable(typeof(Model))]
internal sealed partial class ModelsJson : JsonSerializerContext;
