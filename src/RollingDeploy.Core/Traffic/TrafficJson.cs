using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Traffic;

/// <summary>How the commands and events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Invoke))]
[JsonSerializable(typeof(RecordInvocation))]
[JsonSerializable(typeof(PutTraffic))]
[JsonSerializable(typeof(RecordNoCapacity))]
[JsonSerializable(typeof(TrafficChanged))]
internal sealed partial class TrafficJson : JsonSerializerContext;
