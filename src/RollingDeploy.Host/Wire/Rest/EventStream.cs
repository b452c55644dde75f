using System.Collections;
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

    public static byte[] Write(IEnumerable events, JsonTypeInfo type)
    {
        var body = new MemoryStream();
        foreach (var each in events)
        {
            var (property, value) = type.Properties
                .Select(property => (property, Value: property.Get!(each)))
                .First(member => member.Value is not null);
            Write(body, property, value!);
        }

        return body.ToArray();
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
