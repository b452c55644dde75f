using System.Text.Encodings.Web;
using System.Text.Json;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>Writes responses in AWS's JSON. The bodies are the same for AWS JSON and for the JSON routes.</summary>
internal static class JsonReply
{
    // Quotes and accents are not escaped, because AWS clients read the responses, not web pages.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Reply Result(Request request, Operation operation, object? result, string contentType)
    {
        var body = operation.Output is { } output ? JsonSerializer.SerializeToUtf8Bytes(result, output) : [];
        return new Reply(StatusCodes.Status200OK, contentType, body).With("x-amzn-RequestId", request.Id);
    }

    public static Reply Error(Request request, Service? service, AwsError fault, string contentType)
    {
        var error = new SpelledError(request, service, fault);
        return error.Under(contentType, Body(error.Type, error.Members)).With("x-amzn-ErrorType", error.Row.Shape);
    }

    private static byte[] Body(string type, IEnumerable<(string Name, string Value)> members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members.Prepend(("__type", type)))
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
