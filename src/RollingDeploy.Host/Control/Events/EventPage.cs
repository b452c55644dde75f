using System.Buffers;
using System.Text.Json;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>A page of events.</summary>
/// <param name="Events">The events, oldest first. With <c>format=eventbridge</c>, they have the shape of EventBridge.</param>
/// <param name="Next">Where the next page begins: the value for <c>after</c>.</param>
/// <param name="Missed">What was dropped before these events; absent if nothing was.</param>
internal sealed record EventPage(IReadOnlyList<EventState> Events, string Next, MissedState? Missed)
{
    private const int Slice = 256;

    /// <summary>
    /// Reads events and writes a page as JSON. The record itself is only for the OpenAPI document, because an event is written in
    /// one place for streams and pages.
    /// </summary>
    public static byte[] Write(string account, EventReader reader, EventQuery query)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray("events");
        MissedEvents? lost = null;
        var next = reader.Place;
        var left = query.Limit;
        while (left > 0 && reader.Read(Slice, out var missed) is { Count: > 0 } events)
        {
            lost ??= missed;
            foreach (var logged in events)
            {
                if (left > 0)
                {
                    left -= Write(writer, account, logged, query) ? 1 : 0;
                    next = EventFormat.PlaceOf(logged);
                }
            }
        }

        writer.WriteEndArray();
        writer.WriteString("next", next.ToString());
        Write(writer, lost);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static bool Write(Utf8JsonWriter writer, string account, LoggedEvent logged, EventQuery query)
    {
        if (!query.Filter.Fits(logged.Happened) || query.Format.Write(account, logged) is not { } written)
        {
            return false;
        }

        writer.WriteRawValue(written.Json, skipInputValidation: true);
        return true;
    }

    private static void Write(Utf8JsonWriter writer, MissedEvents? missed)
    {
        if (missed is { } lost)
        {
            writer.WriteStartObject("missed");
            writer.WriteString("from", lost.From.ToString());
            writer.WriteString("to", lost.To.ToString());
            writer.WriteString("sentence", lost.Sentence);
            writer.WriteEndObject();
        }
    }
}

/// <summary>An event.</summary>
/// <param name="Epoch">The epoch of the account. A reset begins the next one.</param>
/// <param name="Sequence">The number of the event in its epoch, counted from 1.</param>
/// <param name="Time">The virtual time.</param>
/// <param name="Region">The region; empty for the account as a whole.</param>
/// <param name="Subject">What the event is about.</param>
/// <param name="Kind">The kind of the event, for programs.</param>
/// <param name="Sentence">What happened, for people.</param>
/// <param name="Data">More about the event. Each kind has its own members.</param>
internal sealed record EventState(
    long Epoch, long Sequence, DateTimeOffset Time, string Region, EventSubject Subject, string Kind, string Sentence,
    JsonElement Data);

/// <summary>The subject of an event.</summary>
/// <param name="Type">The type, such as <c>endpoint</c>, <c>alarm</c> or <c>account</c>.</param>
/// <param name="Name">The name; empty for the account as a whole.</param>
internal sealed record EventSubject(string Type, string Name);

/// <summary>Events that are not kept any more.</summary>
/// <param name="From">The ID of the first one.</param>
/// <param name="To">The ID of the last one.</param>
/// <param name="Sentence">What was missed, for people.</param>
internal sealed record MissedState(string From, string To, string Sentence);
