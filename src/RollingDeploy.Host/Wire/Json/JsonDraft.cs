using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Json;

/// <summary>
/// Reads a record from another protocol by converting it to JSON in memory. So all protocols use the same converters and have the
/// same error texts.
/// </summary>
internal static class JsonDraft
{
    private const int MostKept = 1024 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    // Each thread keeps its buffer, because a thousand datapoints need a large one.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    public static object Read(JsonTypeInfo type, Action<Utf8JsonWriter> write)
    {
        var buffer = _kept ?? new ArrayBufferWriter<byte>();
        _kept = null;
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        var record = JsonBody.Read(buffer.WrittenMemory, type);
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            _kept = buffer;
        }

        return record;
    }
}
