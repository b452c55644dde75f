using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>One value of a form as JSON. A timestamp becomes epoch seconds, which is what AWS's JSON says.</summary>
internal static class FormScalar
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static void Write(Utf8JsonWriter json, string? text, JsonTypeInfo type, string path)
    {
        if (text is null)
        {
            json.WriteNullValue();
        }
        else if (!TryWrite(json, text, Shapes.Scalar(type)))
        {
            throw FormNode.Malformed($"The value '{Short(text)}' of '{path}' must be {Shapes.Noun(type)}.");
        }
    }

    private static bool TryWrite(Utf8JsonWriter json, string text, Type scalar) =>
        scalar == typeof(bool) ? TryBoolean(json, text)
        : scalar == typeof(int) ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && Number(json, long.Parse(text, CultureInfo.InvariantCulture))
        : scalar == typeof(long) ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && Number(json, whole)
        : Shapes.IsFraction(scalar) ? TryFraction(json, text)
        : scalar == typeof(DateTimeOffset) ? TryTimestamp(json, text)
        : TryString(json, text);

    private static bool TryString(Utf8JsonWriter json, string text)
    {
        json.WriteStringValue(text);
        return true;
    }

    private static bool Number(Utf8JsonWriter json, long number)
    {
        json.WriteNumberValue(number);
        return true;
    }

    private static bool TryBoolean(Utf8JsonWriter json, string text)
    {
        if (!bool.TryParse(text, out var value))
        {
            return false;
        }

        json.WriteBooleanValue(value);
        return true;
    }

    private static bool TryFraction(Utf8JsonWriter json, string text)
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

        // JSON has no NaN; AWS writes it as a string, and whether it is allowed is the operation's to say.
        return TryString(json, value.ToString(CultureInfo.InvariantCulture));
    }

    private static bool TryTimestamp(Utf8JsonWriter json, string text)
    {
        // Without a letter it is a bare number, which DateTimeOffset would read as a date of its own invention.
        if (!text.Contains('-', StringComparison.Ordinal) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time))
        {
            return false;
        }

        json.WriteNumberValue((time - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond);
        return true;
    }

    private static string Short(string text) => text.Length <= 100 ? text : text[..100] + "...";
}
