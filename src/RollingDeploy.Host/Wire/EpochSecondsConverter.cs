using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// A timestamp of AWS's JSON protocols: a number of seconds since 1970 with milliseconds as its fraction, such as
/// <c>1529870369.986</c>; never a string.
/// </summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    private static readonly decimal First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly decimal Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Decimal, as doubles cannot hold most milliseconds exactly; 1e400 does not fit either and is refused here.
        if (reader.TokenType is not JsonTokenType.Number || !reader.TryGetDecimal(out var seconds))
        {
            throw new JsonException();
        }

        // Compared in seconds first, since the product could overflow. Rounded, as clients that count in doubles send 0.98599.
        if (seconds < First / 1000 || seconds > Last / 1000)
        {
            throw new JsonException();
        }

        return DateTimeOffset.FromUnixTimeMilliseconds((long)decimal.Round(seconds * 1000, MidpointRounding.AwayFromZero));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
