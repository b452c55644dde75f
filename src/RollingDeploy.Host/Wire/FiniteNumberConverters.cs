using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Wire;

/// <summary>Refuses numbers beyond a double's range, such as <c>1e400</c>, which would be read as infinity.</summary>
internal sealed class FiniteDoubleConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value);
}

/// <summary>
/// Also reads NaN and the infinities, which awsJson spells as strings, for operations that refuse them in words of their own.
/// </summary>
internal sealed class NamedDoubleConverter : JsonConverter<double>
{
    private static readonly FiniteDoubleConverter Finite = new();

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is not JsonTokenType.String ? Finite.Read(ref reader, typeToConvert, options)
        : reader.ValueTextEquals("NaN"u8) ? double.NaN
        : reader.ValueTextEquals("Infinity"u8) ? double.PositiveInfinity
        : reader.ValueTextEquals("-Infinity"u8) ? double.NegativeInfinity
        : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        Finite.Write(writer, value, options);
}

/// <summary>Refuses numbers beyond a float's range, such as <c>1e39</c>, which would be read as infinity.</summary>
internal sealed class FiniteSingleConverter : JsonConverter<float>
{
    public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number && reader.TryGetSingle(out var number) && float.IsFinite(number)
            ? number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value);
}
