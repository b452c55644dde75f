using System.Buffers;
using System.Text;
using System.Text.Json;
using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control.Events;

/// <summary>Writes what a stream sends: a message for each event, and comments as heartbeats.</summary>
internal static class EventMessage
{
    /// <summary>A comment. It keeps the connection open, and readers ignore it.</summary>
    public static readonly byte[] Heartbeat = ":\n\n"u8.ToArray();

    /// <summary>Makes a message. JSON has no line breaks outside of texts and none in them, so it is one line.</summary>
    public static byte[] Of(EventPlace id, string kind, ReadOnlySpan<byte> json)
    {
        var head = Encoding.UTF8.GetBytes($"id: {id}\nevent: {kind}\ndata: ");
        return [.. head, .. json, .. "\n\n"u8];
    }

    public static byte[] Of(MissedEvents missed) =>
        Of(missed.To, MissedEvents.Kind, Missed(missed.From, missed.To, missed.Sentence));

    /// <summary>Writes which events a reader does not get as a JSON object.</summary>
    public static byte[] Missed(EventPlace from, EventPlace to, string sentence) => Json(writer =>
    {
        writer.WriteNumber("epoch", to.Epoch);
        writer.WriteString("kind", MissedEvents.Kind);
        writer.WriteString("sentence", sentence);
        writer.WriteString("from", from.ToString());
        writer.WriteString("to", to.ToString());
    });

    /// <summary>Writes an event as a JSON object (<see cref="EventState"/>).</summary>
    public static byte[] Json(WorldEvent happened) => Json(writer =>
    {
        writer.WriteNumber("epoch", happened.Epoch);
        writer.WriteNumber("sequence", happened.Sequence);
        writer.WriteString("time", UtcConverter.Text(happened.At));
        writer.WriteString("region", happened.Region);
        writer.WriteStartObject("subject");
        writer.WriteString("type", JsonNamingPolicy.CamelCase.ConvertName(happened.Subject.Type.ToString()));
        writer.WriteString("name", happened.Subject.Name);
        writer.WriteEndObject();
        writer.WriteString("kind", happened.Data.Kind);
        writer.WriteString("sentence", happened.Data.Sentence);
        writer.WritePropertyName("data");
        EventDocument.WriteData(writer, happened.Data);
    });

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
