using System.Formats.Cbor;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Kernel;
using Kinds = RollingDeploy.Host.Wire.Shapes;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>One body in CBOR and in JSON, as an AWS client would write it in each.</summary>
internal static class CborJson
{
    /// <param name="node">What to write.</param>
    /// <param name="type">Tells timestamps and whole doubles from integers, which JSON does not; null: nothing is known.</param>
    /// <param name="indefinite">Whether the lengths of maps, lists and texts are left open.</param>
    public static byte[] Encode(JsonNode? node, JsonTypeInfo? type, bool indefinite = false)
    {
        var cbor = new CborWriter(CborConformanceMode.Lax);
        Write(cbor, node, type, indefinite);
        return cbor.Encode();
    }

    public static JsonNode? Decode(byte[] body)
    {
        var cbor = new CborReader(body, CborConformanceMode.Strict);
        var node = Read(cbor);
        cbor.BytesRemaining.Should().Be(0);
        return node;
    }

    private static void Write(CborWriter cbor, JsonNode? node, JsonTypeInfo? type, bool indefinite)
    {
        switch (node)
        {
            case null:
                cbor.WriteNull();
                break;
            case JsonObject map:
                cbor.WriteStartMap(indefinite ? null : map.Count);
                foreach (var (name, value) in map)
                {
                    Text(cbor, name, indefinite);
                    Write(cbor, value, Member(type, name), indefinite);
                }

                cbor.WriteEndMap();
                break;
            case JsonArray list:
                cbor.WriteStartArray(indefinite ? null : list.Count);
                foreach (var item in list)
                {
                    Write(cbor, item, type?.Kind == JsonTypeInfoKind.Enumerable ? Kinds.Element(type) : null, indefinite);
                }

                cbor.WriteEndArray();
                break;
            default:
                Scalar(cbor, node, type is null ? null : Kinds.Scalar(type), indefinite);
                break;
        }
    }

    private static JsonTypeInfo? Member(JsonTypeInfo? type, string name) => type?.Kind switch
    {
        JsonTypeInfoKind.Object => type.Properties.FirstOrDefault(property => property.Name == name) is { } found
            ? Kinds.Of(found)
            : null,
        JsonTypeInfoKind.Dictionary => Kinds.Element(type),
        _ => null,
    };

    private static void Scalar(CborWriter cbor, JsonNode node, Type? type, bool indefinite)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String when type is not null && Kinds.IsFraction(type):
                cbor.WriteDouble(node.GetValue<string>() switch
                { "NaN" => double.NaN, "Infinity" => double.PositiveInfinity, _ => double.NegativeInfinity });
                break;
            case JsonValueKind.String:
                Text(cbor, node.GetValue<string>(), indefinite);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                cbor.WriteBoolean(node.GetValue<bool>());
                break;
            default:
                Number(cbor, JsonSerializer.SerializeToElement(node), type);
                break;
        }
    }

    private static void Number(CborWriter cbor, JsonElement number, Type? type)
    {
        if (type == typeof(DateTimeOffset))
        {
            cbor.WriteTag(CborTag.UnixTimeSeconds);
        }

        if (number.TryGetInt64(out var whole) && (type is null || !Kinds.IsFraction(type)))
        {
            cbor.WriteInt64(whole);
        }
        else
        {
            cbor.WriteDouble(number.GetDouble());
        }
    }

    private static void Text(CborWriter cbor, string text, bool indefinite)
    {
        if (!indefinite || text.Length < 2 || char.IsSurrogate(text[text.Length / 2]))
        {
            cbor.WriteTextString(text);
            return;
        }

        cbor.WriteStartIndefiniteLengthTextString();
        cbor.WriteTextString(text[..(text.Length / 2)]);
        cbor.WriteTextString(text[(text.Length / 2)..]);
        cbor.WriteEndIndefiniteLengthTextString();
    }

    private static JsonNode? Read(CborReader cbor)
    {
        switch (cbor.PeekState())
        {
            case CborReaderState.StartMap:
                var map = new JsonObject();
                cbor.ReadStartMap();
                while (cbor.PeekState() != CborReaderState.EndMap)
                {
                    map.Add(cbor.ReadTextString(), Read(cbor));
                }

                cbor.ReadEndMap();
                return map;
            case CborReaderState.StartArray:
                var list = new JsonArray();
                cbor.ReadStartArray();
                while (cbor.PeekState() != CborReaderState.EndArray)
                {
                    list.Add(Read(cbor));
                }

                cbor.ReadEndArray();
                return list;
            case CborReaderState.Tag:
                cbor.ReadTag().Should().Be(CborTag.UnixTimeSeconds);
                return Read(cbor);
            case CborReaderState.TextString:
                return cbor.ReadTextString();
            case CborReaderState.Boolean:
                return cbor.ReadBoolean();
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return cbor.ReadInt64();
            default:
                return Fraction(cbor.ReadDouble());
        }
    }

    private static JsonNode Fraction(double value) =>
        double.IsFinite(value)
            ? JsonNode.Parse(JavaNumber.ToText(value))!
            : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
