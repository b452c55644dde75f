using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>Converts a value of a form to JSON. A timestamp becomes a number of seconds, as in AWS's JSON.</summary>
internal static class FormScalar
{
    private const int MostShown = 100;
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static void Write(Utf8JsonWriter json, FormNode node, JsonTypeInfo type)
    {
        if (node.Value is not { } text)
        {
            json.WriteNullValue();
        }
        else if (!TryWrite(json, text.Span, Shapes.Scalar(type)))
        {
            throw Form.Malformed($"The value '{Excerpt.Of(text.Span, MostShown)}' of '{node.Path}' must be {Shapes.Noun(type)}.");
        }
    }

    private static bool TryWrite(Utf8JsonWriter json, ReadOnlySpan<byte> text, Type scalar) =>
        scalar == typeof(bool) ? TryBoolean(json, text)
        : scalar == typeof(int) ? TryInteger(json, text, int.MinValue, int.MaxValue)
        : scalar == typeof(long) ? TryInteger(json, text, long.MinValue, long.MaxValue)
        : Shapes.IsFraction(scalar) ? TryFraction(json, text)
        : scalar == typeof(DateTimeOffset) ? TryTimestamp(json, text)
        : TryString(json, text);

    private static bool TryString(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        json.WriteStringValue(text);
        return true;
    }

    private static bool TryInteger(Utf8JsonWriter json, ReadOnlySpan<byte> text, long min, long max)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            || value < min
            || value > max)
        {
            return false;
        }

        json.WriteNumberValue(value);
        return true;
    }

    private static bool TryBoolean(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        if (!bool.TryParse(Encoding.UTF8.GetString(text), out var value))
        {
            return false;
        }

        json.WriteBooleanValue(value);
        return true;
    }

    private static bool TryFraction(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
            return true;
        }

        // JSON has no NaN, so AWS writes it as a string. The operation decides whether it is allowed.
        json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private static bool TryTimestamp(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        // DateTimeOffset also reads "12" and "May 5". ISO 8601 starts with a year and a hyphen.
        if (text.IndexOf((byte)'-') != 4
            || !DateTimeOffset.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, Utc, out var time))
        {
            return false;
        }

        json.WriteNumberValue((time - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond);
        return true;
    }
}
