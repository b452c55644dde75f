using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Wording;

/// <summary>
/// Timestamps of our own routes: ISO 8601 in UTC, with milliseconds if they are not zero, such as 2030-01-01T00:00:00Z.
/// </summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var moment)
            ? moment
            : throw new JsonException();

    /// <summary>
    /// Reads a time. A time without an offset is UTC, so the result does not depend on the time zone of the machine.
    /// </summary>
    public static bool TryParse(string? text, out DateTimeOffset moment) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    /// <summary>Writes a time, such as 2030-01-01T00:00:00Z.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));
}
