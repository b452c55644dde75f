using System.Formats.Cbor;
using System.Text;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>
/// Goes through a body item by item: passes over tags, and stops where maps and lists are nested too deep, before they take memory.
/// </summary>
internal sealed class CborCursor(ReadOnlyMemory<byte> body)
{
    /// <summary>Strict: a key that is there twice and text that is not UTF-8 are errors too.</summary>
    public CborReader Reader { get; } = new(body, CborConformanceMode.Strict);

    /// <summary>In bytes, from 1.</summary>
    public int Position => body.Length - Reader.BytesRemaining + 1;

    public static AwsFault Malformed(string text) => new("SerializationException", text);

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
        RequireDepth();
    }

    public void StartArray()
    {
        Reader.ReadStartArray();
        RequireDepth();
    }

    /// <summary>Reads a map's key: UTF-8, without a copy where the body has it in one piece.</summary>
    public ReadOnlyMemory<byte> Key() => Peek() switch
    {
        CborReaderState.TextString => Reader.ReadDefiniteLengthTextStringBytes(),
        CborReaderState.StartIndefiniteLengthTextString => Encoding.UTF8.GetBytes(Reader.ReadTextString()),
        _ => throw Malformed("The keys of the CBOR maps in the request body must be text."),
    };

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
            default:
                Reader.SkipValue();
                break;
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
