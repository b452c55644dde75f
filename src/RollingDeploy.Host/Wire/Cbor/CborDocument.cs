using System.Formats.Cbor;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core;
using RollingDeploy.Host.Wire.Protocols;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>
/// Turns CBOR into a record by way of JSON, in one pass: the record's metadata says which members there are and what each holds.
/// Members that the record does not have are passed over, and so are tags.
/// </summary>
internal sealed class CborDocument(CborReader cbor, Utf8JsonWriter json)
{
    /// <summary>No body at all counts as an empty map.</summary>
    public static object Read(ReadOnlyMemory<byte> body, JsonTypeInfo type) =>
        body.IsEmpty ? JsonBody.Read(body, type) : JsonDraft.Read(type, json => Transcode(body, json, TypePlan.Of(type)));

    private static void Transcode(ReadOnlyMemory<byte> body, Utf8JsonWriter json, TypePlan plan)
    {
        // Strict: a key that is there twice and text that is not UTF-8 are errors too.
        var cbor = new CborReader(body, CborConformanceMode.Strict);
        try
        {
            new CborDocument(cbor, json).Root(plan);
        }
        catch (Exception odd) when (odd is CborContentException or InvalidOperationException)
        {
            // The reader takes a reserved encoding such as FC for a value of another type, not for an error in the content.
            throw Malformed(
                "The request body is not CBOR that can be read: malformed, cut off, or with a key twice, "
                + $"at byte {body.Length - cbor.BytesRemaining + 1}.");
        }
    }

    private void Root(TypePlan plan)
    {
        if (Peek() != CborReaderState.StartMap)
        {
            throw Malformed("The request body must be a CBOR map.");
        }

        Structure(plan);
        if (cbor.BytesRemaining > 0)
        {
            throw Malformed("The request body goes on after the CBOR map.");
        }
    }

    private void Value(TypePlan plan)
    {
        var state = Peek();
        switch (plan.Kind)
        {
            case var kind when state is CborReaderState.Null or CborReaderState.SimpleValue:
                Simple(kind);
                break;
            case JsonTypeInfoKind.Object when state == CborReaderState.StartMap:
                Structure(plan);
                break;
            case JsonTypeInfoKind.Dictionary when state == CborReaderState.StartMap:
                Map(plan.Element);
                break;
            case JsonTypeInfoKind.Enumerable when state == CborReaderState.StartArray:
                List(plan.Element);
                break;
            case JsonTypeInfoKind.None when CborScalar.TryCopy(cbor, state, json, Shapes.Scalar(plan.Type)):
                break;
            default:
                Skip();
                Mismatch(plan.Kind);
                break;
        }
    }

    // Null is as good as absent, and what CBOR calls undefined is null to a server. No other value of this sort means anything.
    private void Simple(JsonTypeInfoKind expected)
    {
        if (cbor.ReadSimpleValue() is CborSimpleValue.Null or CborSimpleValue.Undefined)
        {
            json.WriteNullValue();
        }
        else
        {
            Mismatch(expected);
        }
    }

    private void Structure(TypePlan plan)
    {
        StartMap();
        json.WriteStartObject();
        while (cbor.PeekState() != CborReaderState.EndMap)
        {
            if (plan.Find(Key().Span) is { } member)
            {
                json.WritePropertyName(member.WireName);
                Value(member.Plan);
            }
            else
            {
                Skip();
            }
        }

        cbor.ReadEndMap();
        json.WriteEndObject();
    }

    private void Map(TypePlan values)
    {
        StartMap();
        json.WriteStartObject();
        while (cbor.PeekState() != CborReaderState.EndMap)
        {
            json.WritePropertyName(Key().Span);
            Value(values);
        }

        cbor.ReadEndMap();
        json.WriteEndObject();
    }

    private void List(TypePlan items)
    {
        StartArray();
        json.WriteStartArray();
        while (cbor.PeekState() != CborReaderState.EndArray)
        {
            Value(items);
        }

        cbor.ReadEndArray();
        json.WriteEndArray();
    }

    private ReadOnlyMemory<byte> Key() => Peek() switch
    {
        CborReaderState.TextString => cbor.ReadDefiniteLengthTextStringBytes(),
        CborReaderState.StartIndefiniteLengthTextString => Encoding.UTF8.GetBytes(cbor.ReadTextString()),
        _ => throw Malformed("The keys of the CBOR maps in the request body must be text."),
    };

    // By hand, since the reader would follow maps within maps as deep as they go.
    private void Skip()
    {
        switch (Peek())
        {
            case CborReaderState.StartArray:
                StartArray();
                while (cbor.PeekState() != CborReaderState.EndArray)
                {
                    Skip();
                }

                cbor.ReadEndArray();
                break;
            case CborReaderState.StartMap:
                StartMap();
                while (cbor.PeekState() != CborReaderState.EndMap)
                {
                    Skip();
                }

                cbor.ReadEndMap();
                break;
            default:
                cbor.SkipValue();
                break;
        }
    }

    // Writes what fits even less: the reader of the JSON then says, with the path, what belongs here.
    private void Mismatch(JsonTypeInfoKind expected)
    {
        if (expected == JsonTypeInfoKind.Enumerable)
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }
        else
        {
            json.WriteStartArray();
            json.WriteEndArray();
        }
    }

    private CborReaderState Peek()
    {
        var state = cbor.PeekState();
        while (state == CborReaderState.Tag)
        {
            cbor.ReadTag();
            state = cbor.PeekState();
        }

        return state;
    }

    private void StartMap()
    {
        cbor.ReadStartMap();
        RequireDepth();
    }

    private void StartArray()
    {
        cbor.ReadStartArray();
        RequireDepth();
    }

    private void RequireDepth()
    {
        if (cbor.CurrentDepth > WireJson.MaxDepth)
        {
            throw Malformed($"The request body is nested deeper than {WireJson.MaxDepth} levels.");
        }
    }

    private static AwsFault Malformed(string text) => new("SerializationException", text);
}
