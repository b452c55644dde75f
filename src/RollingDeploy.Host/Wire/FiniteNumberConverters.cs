using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Wire;

/// <summary>Refuses numbers outside the range of a double, such as <c>1e400</c>, which .NET reads as infinity.</summary>
internal sealed class FiniteDoubleConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        JavaNumberWriter.Write(writer, value);
}

/// <summary>
/// Also reads NaN and the infinities, which are strings in awsJson, for operations that have their own error for them.
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

/// <summary>Refuses numbers outside the range of a float, such as <c>1e39</c>, which .NET reads as infinity.</summary>
internal sealed class FiniteSingleConverter : JsonConverter<float>
{
    public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number && reader.TryGetSingle(out var number) && float.IsFinite(number)
            ? number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options) =>
        JavaNumberWriter.Write(writer, value);
}
