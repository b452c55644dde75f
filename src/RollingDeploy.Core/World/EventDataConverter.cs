using System.Text.Json;
using System.Text.Json.Serialization;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core;

/// <summary>
/// Writes the data of events as JSON with their type: <c>{"statusChanged":{"from":"Creating","to":"InService","reason":null}}</c>.
/// </summary>
internal sealed class EventDataConverter : JsonConverter<EventData>
{
    public override EventData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            throw new JsonException("The data of an event is an object with one member, the name of its type.");
        }

        var name = reader.GetString()!;
        var type = EventKinds.Table.Find(name) ?? throw new JsonException($"There is no type of events {name}.");
        reader.Read();
        var data = (EventData?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(type));
        return data is not null && reader.Read() && reader.TokenType == JsonTokenType.EndObject
            ? data
            : throw new JsonException("The data of an event is an object with one member, the name of its type.");
    }

    public override void Write(Utf8JsonWriter writer, EventData value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(EventKinds.Table.NameOf(value.GetType())
            ?? throw new InvalidOperationException($"{value.GetType().Name} is missing in the table of events."));
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
        writer.WriteEndObject();
    }
}
