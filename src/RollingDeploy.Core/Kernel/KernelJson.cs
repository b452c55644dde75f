using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Kernel;

/// <summary>The JSON metadata of the state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SavedSimulation))]
[JsonSerializable(typeof(SavedEntry))]
[JsonSerializable(typeof(SavedRegion))]
[JsonSerializable(typeof(SavedEnd))]
[JsonSerializable(typeof(string))]
internal sealed partial class KernelJson : JsonSerializerContext;
