using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Kernel;

/// <summary>The state of a random number generator.</summary>
[JsonConverter(typeof(SavedDiceConverter))]
internal readonly record struct SavedDice(ulong Value);

/// <summary>Writes the state as 16 hexadecimal digits, because many programs read numbers in JSON with 53 bits only.</summary>
internal sealed class SavedDiceConverter : JsonConverter<SavedDice>
{
    private const int Digits = 16;

    public override SavedDice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && reader.GetString() is { Length: Digits } text
        && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : throw new JsonException("The state of a random number generator has 16 hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, SavedDice value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value.ToString("x16", CultureInfo.InvariantCulture));
}
