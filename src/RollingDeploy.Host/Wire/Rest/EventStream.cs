using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Rest;

/// <summary>
/// Events one after the other as <c>application/vnd.amazon.eventstream</c>
/// (https://smithy.io/2.0/aws/amazon-eventstream.html). Each record of a stream has one member that is set: its name is the
/// event's; with a payload it is an event, without one an exception.
/// </summary>
internal static class EventStream
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    /// <summary>Writes each event when it is there: whoever reads them need not wait for the next.</summary>
    public static async Task Write(IAsyncEnumerable<object> events, JsonTypeInfo type, Stream output, CancellationToken aborted)
    {
        // Whoever waits for the first event learns from the headers that it will come.
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
