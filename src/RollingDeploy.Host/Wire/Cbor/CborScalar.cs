using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>One value of CBOR as JSON, where it is of the kind that belongs there.</summary>
internal static class CborScalar
{
    /// <summary>False, with nothing read, where the value is of another kind than <paramref name="scalar"/>.</summary>
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
            // No integer is written as a float, not even a whole one, although a float may be written as an integer.
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat
                or CborReaderState.DoublePrecisionFloat
                when IsNumber(scalar) && !Shapes.IsInteger(scalar):
                Fraction(json, cbor.ReadDouble());
                return true;
            default:
                return false;
        }
    }

    // A timestamp is epoch seconds, which is what AWS's JSON says too; its tag has been passed over.
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
