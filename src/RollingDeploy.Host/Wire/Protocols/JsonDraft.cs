using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>
/// Reads a record from a protocol that is not JSON by way of JSON, which is written in memory and read at once: the converters
/// of the record, and the words for what does not fit, are then the same in every protocol.
/// </summary>
internal static class JsonDraft
{
    private const int MostKept = 1024 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    // A thousand data points take more than a small object's memory; a thread that has had it once has it again.
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
