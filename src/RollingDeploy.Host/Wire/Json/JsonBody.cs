using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Json;

/// <summary>Reads a record from JSON. Every error in the JSON is a <c>SerializationException</c>.</summary>
internal static class JsonBody
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    public static object Read(ReadOnlyMemory<byte> body, JsonTypeInfo type)
    {
        var text = Trim(body);
        try
        {
            return JsonSerializer.Deserialize(text.IsEmpty ? EmptyObject : text.Span, type)
                ?? throw new AwsError("SerializationException", "The request body must be a JSON object, not null.");
        }
        catch (JsonException problem)
        {
            throw JsonProblem.Describe(problem, text.Span, type);
        }
        catch (Exception odd) when (odd is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            // Converters throw these exceptions for values out of range, such as a timestamp in the year 300,000.
            throw new AwsError("SerializationException", "The request body contains a value that is out of range.");
        }
    }

    /// <summary>Removes a byte order mark. Returns an empty body if there is only white space.</summary>
    public static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> body)
    {
        var text = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        return text.Span.ContainsAnyExcept(" \t\r\n"u8) ? text : ReadOnlyMemory<byte>.Empty;
    }
}
