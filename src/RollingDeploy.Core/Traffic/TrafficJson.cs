using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Traffic;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Invoke))]
[JsonSerializable(typeof(RecordInvocation))]
[JsonSerializable(typeof(PutTraffic))]
[JsonSerializable(typeof(RecordNoCapacity))]
[JsonSerializable(typeof(TrafficChanged))]
[JsonSerializable(typeof(SavedMeter))]
[JsonSerializable(typeof(SavedInFlight))]
internal sealed partial class TrafficJson : JsonSerializerContext;
