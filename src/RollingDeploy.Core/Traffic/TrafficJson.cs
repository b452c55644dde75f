using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Traffic;

/// <summary>The JSON metadata of the commands and events in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Invoke))]
[JsonSerializable(typeof(RecordInvocation))]
[JsonSerializable(typeof(PutTraffic))]
[JsonSerializable(typeof(RecordNoCapacity))]
[JsonSerializable(typeof(TrafficChanged))]
internal sealed partial class TrafficJson : JsonSerializerContext;
