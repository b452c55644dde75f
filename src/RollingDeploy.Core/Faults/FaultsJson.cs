using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Faults;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AddFault))]
[JsonSerializable(typeof(RemoveFault))]
[JsonSerializable(typeof(StrikeCall))]
[JsonSerializable(typeof(FaultAdded))]
[JsonSerializable(typeof(FaultRemoved))]
[JsonSerializable(typeof(FaultStruck))]
[JsonSerializable(typeof(SavedFault))]
internal sealed partial class FaultsJson : JsonSerializerContext;
