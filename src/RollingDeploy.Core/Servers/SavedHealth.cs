using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Servers;

/// <summary>The last known health of a server, in a snapshot.</summary>
internal sealed record SavedHealth(Uri Server, bool IsWell);

/// <summary>The JSON metadata of the state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SavedHealth))]
internal sealed partial class ServersJson : JsonSerializerContext;
