using System.Formats.Cbor;
using System.Text;
using System.Text.Unicode;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>
/// Goes through a body item by item: passes over tags, and stops where maps and lists are nested too deep, before they take memory.
/// </summary>
internal sealed class CborCursor(ReadOnlyMemory<byte> body)
{
    private readonly JsonParts _parts = new();

    /// <summary>Not strict, which costs as much again: keys and texts are watched here, where they are read.</summary>
    public CborReader Reader { get; } = new(body, CborConformanceMode.Lax);

    /// <summary>In bytes, from 1.</summary>
    public int Position => body.Length - Reader.BytesRemaining + 1;

    public static AwsError Malformed(string text) => new("SerializationException", text);

    /// <summary>Counts one more thing that a body is made into: maps, lists and texts are counted where they are read.</summary>
    public void Count() => _parts.Add(1);

    /// <summary>The state at the next item that is no tag.</summary>
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

    /// <summary>Reads a map's key: UTF-8, without a copy where the body has it in one piece.</summary>
    public ReadOnlySpan<byte> Key() => Peek() is CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString
        ? Text()
        : throw Malformed("The keys of the CBOR maps in the request body must be text.");

    /// <summary>Reads a text, likewise.</summary>
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

    /// <summary>What is wrong at a position, as far as it can be told.</summary>
    public static AwsError Unreadable(int position) =>
        Malformed($"The request body is not valid CBOR at byte {position}: it is malformed or incomplete, or a key appears twice.");

    /// <summary>Passes over the next item, and all that is in it.</summary>
    public void Skip()
    {
        // By hand, since the reader would follow maps within maps as deep as they go.
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

    // One that fits into a byte must not be written in two (RFC 8949, 3.3).
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
