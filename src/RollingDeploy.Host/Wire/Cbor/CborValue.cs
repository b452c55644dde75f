using System.Buffers.Binary;
using System.Collections;
using System.Formats.Cbor;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>
/// Writes a value of a record as AWS does: maps and lists of indefinite length, and timestamps as tagged doubles. Members without
/// a value are left out.
/// </summary>
internal static class CborValue
{
    private const byte DoublePrecisionFloat = 0xFB;

    public static void Write(CborWriter cbor, object value, TypePlan plan)
    {
        switch (plan.Kind)
        {
            case JsonTypeInfoKind.Object:
                Structure(cbor, value, plan);
                break;
            case JsonTypeInfoKind.Enumerable:
                List(cbor, (IEnumerable)value, plan.Element);
                break;
            case JsonTypeInfoKind.Dictionary:
                Map(cbor, (IDictionary)value, plan.Element);
                break;
            default:
                Scalar(cbor, value);
                break;
        }
    }

    private static void Structure(CborWriter cbor, object value, TypePlan plan)
    {
        cbor.WriteStartMap(null);
        foreach (var member in plan.Members)
        {
            if (member.Get(value) is { } content)
            {
                cbor.WriteTextString(member.WireName.Value);
                Write(cbor, content, member.Plan);
            }
        }

        cbor.WriteEndMap();
    }

    private static void List(CborWriter cbor, IEnumerable items, TypePlan plan)
    {
        cbor.WriteStartArray(null);
        foreach (var item in items)
        {
            Write(cbor, item, plan);
        }

        cbor.WriteEndArray();
    }

    private static void Map(CborWriter cbor, IDictionary map, TypePlan plan)
    {
        cbor.WriteStartMap(null);
        foreach (DictionaryEntry entry in map)
        {
            cbor.WriteTextString((string)entry.Key);
            Write(cbor, entry.Value!, plan);
        }

        cbor.WriteEndMap();
    }

    private static void Scalar(CborWriter cbor, object value)
    {
        switch (value)
        {
            case string text:
                cbor.WriteTextString(text);
                break;
            case bool flag:
                cbor.WriteBoolean(flag);
                break;
            case int or long:
                cbor.WriteInt64(Convert.ToInt64(value));
                break;
            case double or float or decimal:
                Double(cbor, Convert.ToDouble(value));
                break;
            case DateTimeOffset time:
                cbor.WriteTag(CborTag.UnixTimeSeconds);
                Double(cbor, time.ToUnixTimeMilliseconds() / 1000.0);
                break;
            case byte[] blob:
                cbor.WriteByteString(blob);
                break;
            default:
                throw new NotSupportedException($"CBOR has no form for {value.GetType()}.");
        }
    }

    // CborWriter.WriteDouble would write 2.0 in half precision, which not every client can read.
    private static void Double(CborWriter cbor, double value)
    {
        Span<byte> encoded = stackalloc byte[1 + sizeof(double)];
        encoded[0] = DoublePrecisionFloat;
        BinaryPrimitives.WriteDoubleBigEndian(encoded[1..], value);
        cbor.WriteEncodedValue(encoded);
    }
}
