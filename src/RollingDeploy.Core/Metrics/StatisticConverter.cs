using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>Writes a statistic as its name.</summary>
internal sealed class StatisticConverter : JsonConverter<Statistic>
{
    public override Statistic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Statistic.Find(reader.GetString()!) is { } found
            ? found
            : throw new JsonException("There is no such statistic.");

    public override void Write(Utf8JsonWriter writer, Statistic value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
