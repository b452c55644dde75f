using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Control;

/// <summary>Timestamps of our own routes: ISO 8601 in UTC with a <c>Z</c>, and milliseconds only where there are some.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var moment)
            ? moment.ToUniversalTime()
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
}
