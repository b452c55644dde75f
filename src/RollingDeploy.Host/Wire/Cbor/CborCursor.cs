using System.Formats.Cbor;
using System.Text;
using System.Text.Unicode;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>
/// Reads a body item by item. It skips tags, and stops if maps and lists are nested too deep, before they take memory.
/// </summary>
internal sealed class CborCursor(ReadOnlyMemory<byte> body)
{
    private readonly JsonParts _parts = new();

    /// <summary>
    /// The reader. It is lax, because the strict mode takes twice the time. This class checks keys and texts itself.
    /// </summary>
    public CborReader Reader { get; } = new(body, CborConformanceMode.Lax);

    /// <summary>The position in the body, in bytes from 1.</summary>
    public int Position => body.Length - Reader.BytesRemaining + 1;

    public static AwsError Malformed(string text) => new("SerializationException", text);

    /// <summary>Counts another part of the body. Maps, lists and texts are counted when they are read.</summary>
    public void Count() => _parts.Add(1);

    /// <summary>Skips tags, and returns the state at the next item.</summary>
    public CborReaderState Peek()
    {
        var state = Reader.PeekState();
        while (state == CborReaderState.Tag)
        {
            Reader.ReadTag();
            state = Reader.PeekState();
        }

        return state;
    }

    public void StartMap()
    {
        Reader.ReadStartMap();
        Count();
        RequireDepth();
    }

    public void StartArray()
    {
        Reader.ReadStartArray();
        Count();
        RequireDepth();
    }

    /// <summary>Reads the key of a map, in UTF-8. It is not copied if the body has it in one piece.</summary>
    public ReadOnlySpan<byte> Key() => Peek() is CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString
        ? Text()
        : throw Malformed("The keys of the CBOR maps in the request body must be text.");

    /// <summary>Reads a text, in UTF-8. It is not copied if the body has it in one piece.</summary>
    public ReadOnlySpan<byte> Text()
    {
        Count();
        if (Reader.PeekState() != CborReaderState.TextString)
        {
            return Whole(Encoding.UTF8.GetBytes(Reader.ReadTextString()));
        }

        var start = Position;
        var text = Whole(Reader.ReadDefiniteLengthTextStringBytes().Span);
        return Utf8.IsValid(text) ? text : throw Unreadable(start);
    }

    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> text)
    {
        BodyParts.RequireText(text.Length);
        return text;
    }

    /// <summary>Makes the error for CBOR that is not valid at a position.</summary>
    public static AwsError Unreadable(int position) =>
        Malformed($"The request body is not valid CBOR at byte {position}: it is malformed or incomplete, or a key appears twice.");

    /// <summary>Skips the next item with everything in it.</summary>
    public void Skip()
    {
        // Not with the reader's SkipValue, which has no limit for nested maps.
        switch (Peek())
        {
            case CborReaderState.StartArray:
                StartArray();
                while (Reader.PeekState() != CborReaderState.EndArray)
                {
                    Skip();
                }

                Reader.ReadEndArray();
                break;
            case CborReaderState.StartMap:
                StartMap();
                while (Reader.PeekState() != CborReaderState.EndMap)
                {
                    Skip();
                }

                Reader.ReadEndMap();
                break;
            case CborReaderState.SimpleValue:
                SkipSimpleValue();
                break;
            default:
                Reader.SkipValue();
                break;
        }
    }

    // A simple value that fits into one byte must not have two (RFC 8949, 3.3).
    private void SkipSimpleValue()
    {
        var start = Position;
        if ((byte)Reader.ReadSimpleValue() < 32 && Position > start + 1)
        {
            throw Unreadable(start);
        }
    }

    private void RequireDepth()
    {
        if (Reader.CurrentDepth > WireJson.MaxDepth)
        {
            throw Malformed($"The request body is nested deeper than {WireJson.MaxDepth} levels.");
        }
    }
}
