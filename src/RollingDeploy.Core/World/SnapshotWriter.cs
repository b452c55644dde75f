using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RollingDeploy.Core;

/// <summary>Writes a snapshot item by item, each on its own line.</summary>
internal sealed class SnapshotWriter : IDisposable
{
    private const int BytesInAPiece = 1 << 16;

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * BytesInAPiece);
    private readonly Utf8JsonWriter _json;
    private readonly SnapshotScope _scope = new();
    private int _items;

    public SnapshotWriter(Stream output)
    {
        _output = output;

        // Documents in texts have many quotation marks, which take two bytes this way instead of six.
        _json = new(_buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>Writes the beginning of the document.</summary>
    public void Begin(SnapshotHeader header)
    {
        var (account, now) = (JsonEncodedText.Encode(header.Account), header.Now!.Value.UtcDateTime);
        Append(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"format":{{SnapshotDocument.Format}},"account":"{{account}}","now":"{{now:O}}","epoch":{{header.Epoch}},"items":["""));
    }

    /// <summary>Writes all items of a part.</summary>
    public void Write(SnapshotPart part, Region region)
    {
        foreach (var write in part.Save(region, _scope))
        {
            // What an item refers to comes before it.
            foreach (var pool in SnapshotParts.Pools)
            {
                WriteAll(pool, region);
            }

            Write(part.Name, write);
        }
    }

    /// <summary>Writes an item.</summary>
    public void Write(string name, Action<Utf8JsonWriter> write)
    {
        Append(_items == 0 ? "\n" : ",\n");
        _items++;
        _json.Reset();
        _json.WriteStartObject();
        _json.WritePropertyName(name);
        write(_json);
        _json.WriteEndObject();
        _json.Flush();
        if (_buffer.WrittenCount >= BytesInAPiece)
        {
            Send();
        }
    }

    /// <summary>Writes the end of the document.</summary>
    public void End()
    {
        Write(SnapshotDocument.EndItem, SnapshotPart<SavedEnd>.ToJson(new(_items)));
        Append("\n]}\n");
        Send();
    }

    public void Dispose() => _json.Dispose();

    private void WriteAll(SnapshotPart pool, Region region)
    {
        foreach (var write in pool.Save(region, _scope))
        {
            Write(pool.Name, write);
        }
    }

    private void Append(string text) => Encoding.UTF8.GetBytes(text, _buffer);

    private void Send()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
