using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>Converts a value of CBOR to JSON, if it has the expected type.</summary>
internal static class CborScalar
{
    /// <summary>Converts a value. Returns false and reads nothing if the value is not a <paramref name="scalar"/>.</summary>
    public static bool TryCopy(CborCursor cursor, CborReaderState state, Utf8JsonWriter json, Type scalar)
    {
        var cbor = cursor.Reader;
        switch (state)
        {
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString when scalar == typeof(string):
                json.WriteStringValue(cursor.Text());
                return true;
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString when scalar == typeof(byte[]):
                json.WriteBase64StringValue(cbor.ReadByteString());
                return true;
            case CborReaderState.Boolean when scalar == typeof(bool):
                json.WriteBooleanValue(cbor.ReadBoolean());
                return true;
            case CborReaderState.UnsignedInteger when IsNumber(scalar):
                json.WriteNumberValue(cbor.ReadUInt64());
                return true;
            case CborReaderState.NegativeInteger when IsNumber(scalar):
                json.WriteNumberValue(-1 - (decimal)cbor.ReadCborNegativeIntegerRepresentation());
                return true;
            // A float is not an integer, even if it is whole. An integer is accepted as a float.
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat
                or CborReaderState.DoublePrecisionFloat
                when IsNumber(scalar) && !Shapes.IsInteger(scalar):
                Fraction(json, cbor.ReadDouble());
                return true;
            default:
                return false;
        }
    }

    // A timestamp is a number of seconds, as in AWS's JSON. Its tag has been skipped.
    private static bool IsNumber(Type scalar) =>
        Shapes.IsInteger(scalar) || Shapes.IsFraction(scalar) || scalar == typeof(DateTimeOffset);

    private static void Fraction(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
