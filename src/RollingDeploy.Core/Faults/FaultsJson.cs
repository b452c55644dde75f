using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Faults;

/// <summary>How the commands and events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AddFault))]
[JsonSerializable(typeof(RemoveFault))]
[JsonSerializable(typeof(StrikeCall))]
[JsonSerializable(typeof(FaultAdded))]
[JsonSerializable(typeof(FaultRemoved))]
[JsonSerializable(typeof(FaultStruck))]
internal sealed partial class FaultsJson : JsonSerializerContext;
