using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// A timestamp of AWS's JSON protocols: the number of seconds since 1970, with milliseconds as the fraction. It is never a
/// string. AWS writes it as a Java double, such as <c>1.628634837849E9</c> (the example of GetIncidentRecord in the API reference
/// of Incident Manager).
/// </summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    private static readonly decimal First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly decimal Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A decimal, because a double cannot hold most milliseconds exactly. 1e400 does not fit into a decimal and is refused.
        if (reader.TokenType is not JsonTokenType.Number || !reader.TryGetDecimal(out var seconds))
        {
            throw new JsonException();
        }

        // Compared in seconds, because the product could overflow. Rounded, because clients that use doubles send 0.98599.
        if (seconds < First / 1000 || seconds > Last / 1000)
        {
            throw new JsonException();
        }

        return DateTimeOffset.FromUnixTimeMilliseconds((long)decimal.Round(seconds * 1000, MidpointRounding.AwayFromZero));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        JavaNumberWriter.Write(writer, value.ToUnixTimeMilliseconds() / 1000d);
}
