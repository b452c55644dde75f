using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Control;

/// <summary>Timestamps of our own routes: ISO 8601 in UTC with a <c>Z</c>, and milliseconds only where there are some.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var moment)
            ? moment
            : throw new JsonException();

    /// <summary>A time without an offset is UTC: the machine's time zone must not decide what a world does.</summary>
    public static bool TryParse(string? text, out DateTimeOffset moment) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
}
