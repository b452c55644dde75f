using System.Text.Encodings.Web;
using System.Text.Json;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Wire.Rest;

/// <summary>Writes a record as headers and a body, and an error as clients expect it in REST JSON.</summary>
internal static class RestAnswer
{
    private const string ContentType = "Content-Type";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Reply Result(Request request, Operation operation, object result)
    {
        var plan = RestPlan.Of(operation.Output!);
        var headers = plan.Headers.Select(header => (header.Name, Value: header.Property.Get!(result) as string))
            .Where(header => header.Value is not null)
            .ToList();
        var status = operation.Route!.Status;
        var reply = plan.Payload?.Get!(result) switch
        {
            byte[] bytes => new Reply(status, headers.Find(header => header.Name == ContentType).Value, bytes),
            IAsyncEnumerable<object> events => new Reply(status, EventStream.ContentType, default)
            {
                Stream = (output, aborted) =>
                    EventStream.Write(events, Shapes.Element(Shapes.Of(plan.Payload!)), output, aborted),
            },
            _ => new Reply(status, "application/json", Json(plan, result)),
        };
        Harmless(reply).With("x-amzn-RequestId", request.Id);
        foreach (var (name, value) in headers.Where(header => header.Name != ContentType))
        {
            reply.With(name, value!);
        }

        return reply;
    }

    public static Reply Error(Request request, Service? service, AwsError fault)
    {
        var row = (service?.Errors ?? ErrorTable.Framework).Find(fault.Shape);
        var reply = row.IsFromFrontEnd
            ? new Reply(row.Status, "text/plain", System.Text.Encoding.UTF8.GetBytes(fault.Message))
            : new Reply(row.Status, "application/json", Json(row, fault)).With("x-amzn-ErrorType", row.Shape);
        return Harmless(reply).With("x-amzn-RequestId", request.Id);
    }

    // A browser must not show the response of a model as one of our pages, or run scripts in it.
    private static Reply Harmless(Reply reply) =>
        reply.With("X-Content-Type-Options", "nosniff").With("Content-Security-Policy", "sandbox");

    private static byte[] Json(RestPlan plan, object result) => Object(json =>
    {
        foreach (var property in plan.Json)
        {
            if (property.Get!(result) is { } value)
            {
                json.WritePropertyName(property.Name);
                JsonSerializer.Serialize(json, value, Shapes.Of(property));
            }
        }
    });

    private static byte[] Json(ErrorRow row, AwsError fault) => Object(json =>
    {
        json.WriteString("__type", row.Shape);
        json.WriteString("Message", fault.Message);
        foreach (var (name, value) in fault.Members)
        {
            json.WritePropertyName(name);
            if (value is int number)
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteStringValue((string)value);
            }
        }
    });

    private static byte[] Object(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
