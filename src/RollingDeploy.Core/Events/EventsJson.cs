using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Events;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Reached))]
[JsonSerializable(typeof(SetClock))]
[JsonSerializable(typeof(Reset))]
[JsonSerializable(typeof(ClockChanged))]
[JsonSerializable(typeof(WorldBegan))]
[JsonSerializable(typeof(WorldReset))]
[JsonSerializable(typeof(SavedEvent))]
[JsonSerializable(typeof(KeptEvent))]
internal sealed partial class EventsJson : JsonSerializerContext;
