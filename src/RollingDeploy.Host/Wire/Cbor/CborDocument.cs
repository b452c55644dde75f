using System.Formats.Cbor;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Json;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>
/// Reads a record from CBOR, by converting it to JSON in one pass. The metadata of the record says which members it has and what
/// they contain. Unknown members and tags are ignored.
/// </summary>
internal sealed class CborDocument(CborCursor cursor, Utf8JsonWriter json)
{
    private readonly CborReader _cbor = cursor.Reader;

    /// <summary>Reads a record. An empty body counts as an empty map.</summary>
    public static object Read(ReadOnlyMemory<byte> body, JsonTypeInfo type) =>
        body.IsEmpty ? JsonBody.Read(body, type) : JsonDraft.Read(type, json => Transcode(body, json, TypePlan.Of(type)));

    private static void Transcode(ReadOnlyMemory<byte> body, Utf8JsonWriter json, TypePlan plan)
    {
        var cursor = new CborCursor(body);
        try
        {
            new CborDocument(cursor, json).Root(plan);
        }
        catch (Exception odd) when (odd is CborContentException or InvalidOperationException)
        {
            // For a reserved encoding such as FC, the reader reports a wrong type and not malformed content.
            throw CborCursor.Unreadable(cursor.Position);
        }
    }

    private void Root(TypePlan plan)
    {
        if (cursor.Peek() != CborReaderState.StartMap)
        {
            throw CborCursor.Malformed("The request body must be a CBOR map.");
        }

        Structure(plan);
        if (_cbor.BytesRemaining > 0)
        {
            throw CborCursor.Malformed("The request body has more data after the CBOR map.");
        }
    }

    private void Value(TypePlan plan)
    {
        var state = cursor.Peek();
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
            case JsonTypeInfoKind.None when CborScalar.TryCopy(cursor, state, json, Shapes.Scalar(plan.Type)):
                break;
            default:
                cursor.Skip();
                Mismatch(plan.Kind);
                break;
        }
    }

    // Null counts as absent, and so does CBOR's undefined. Other simple values have no meaning.
    private void Simple(JsonTypeInfoKind expected)
    {
        if (_cbor.ReadSimpleValue() is CborSimpleValue.Null or CborSimpleValue.Undefined)
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
        cursor.StartMap();
        json.WriteStartObject();
        var keys = new CborKeys(stackalloc bool[plan.Members.Length]);
        while (_cbor.PeekState() != CborReaderState.EndMap)
        {
            var start = cursor.Position;
            var key = cursor.Key();
            var index = plan.IndexOf(key);
            if (!(index < 0 ? keys.IsNew(key) : keys.IsNew(index)))
            {
                throw CborCursor.Unreadable(start);
            }

            if (index >= 0)
            {
                json.WritePropertyName(plan.Members[index].WireName);
                Value(plan.Members[index].Plan);
            }
            else
            {
                cursor.Skip();
            }
        }

        _cbor.ReadEndMap();
        json.WriteEndObject();
    }

    private void Map(TypePlan values)
    {
        cursor.StartMap();
        json.WriteStartObject();
        var keys = new CborKeys([]);
        while (_cbor.PeekState() != CborReaderState.EndMap)
        {
            var start = cursor.Position;
            var key = cursor.Key();
            if (!keys.IsNew(key))
            {
                throw CborCursor.Unreadable(start);
            }

            json.WritePropertyName(key);
            Value(values);
        }

        _cbor.ReadEndMap();
        json.WriteEndObject();
    }

    private void List(TypePlan items)
    {
        cursor.StartArray();
        json.WriteStartArray();
        while (_cbor.PeekState() != CborReaderState.EndArray)
        {
            Value(items);
        }

        _cbor.ReadEndArray();
        json.WriteEndArray();
    }

    // Writes a JSON value of a wrong type, so that the JSON reader reports the path and what is expected there.
    private void Mismatch(JsonTypeInfoKind expected)
    {
        cursor.Count();
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
}
