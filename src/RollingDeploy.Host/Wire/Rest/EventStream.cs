using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Rest;

/// <summary>
/// Writes events as <c>application/vnd.amazon.eventstream</c> (https://smithy.io/2.0/aws/amazon-eventstream.html). In each record
/// of a stream, exactly one member is set. Its name is the name of the event. A member with a payload is an event, and a member
/// without a payload is an exception.
/// </summary>
internal static class EventStream
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    /// <summary>Writes and flushes each event at once, so that the reader does not wait for the next one.</summary>
    public static async Task Write(IAsyncEnumerable<object> events, JsonTypeInfo type, Stream output, CancellationToken aborted)
    {
        // The headers are sent before the first event.
        await output.FlushAsync(aborted);
        var frame = new MemoryStream();
        await foreach (var each in events.WithCancellation(aborted))
        {
            var (property, value) = type.Properties
                .Select(property => (property, Value: property.Get!(each)))
                .First(member => member.Value is not null);
            frame.SetLength(0);
            Write(frame, property, value!);
            await output.WriteAsync(frame.GetBuffer().AsMemory(0, (int)frame.Length), aborted);
            await output.FlushAsync(aborted);
        }
    }

    private static void Write(MemoryStream body, JsonPropertyInfo property, object value)
    {
        var type = Shapes.Of(property);
        if (RestPlan.Of(type).Payload is { } payload)
        {
            EventFrame.Write(
                body,
                [(":event-type", property.Name), (":content-type", "application/octet-stream"), (":message-type", "event")],
                (byte[])payload.Get!(value)!);
        }
        else
        {
            EventFrame.Write(
                body,
                [(":exception-type", property.Name), (":content-type", "application/json"), (":message-type", "exception")],
                JsonSerializer.SerializeToUtf8Bytes(value, type));
        }
    }
}
