using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Events;

/// <summary>How the commands and events of this room are written down and read back.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Reached))]
[JsonSerializable(typeof(SetClock))]
[JsonSerializable(typeof(Reset))]
[JsonSerializable(typeof(ClockChanged))]
[JsonSerializable(typeof(WorldBegan))]
[JsonSerializable(typeof(WorldReset))]
internal sealed partial class EventsJson : JsonSerializerContext;
