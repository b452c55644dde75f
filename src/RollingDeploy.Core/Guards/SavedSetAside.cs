using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Guards;

/// <summary>An owner that was set aside, in a snapshot. How to let it work again follows from its type.</summary>
internal sealed record SavedSetAside(Owner Owner, string Name, DateTimeOffset Since, string Defect);

/// <summary>The JSON metadata of the state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SavedSetAside))]
internal sealed partial class GuardsJson : JsonSerializerContext;
