using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core;

/// <summary>
/// Reads texts so that equal ones are mostly one object: names, sentences and documents are in many items of a snapshot.
/// </summary>
internal sealed class SharedTextConverter : JsonConverter<string>
{
    // A text that is longer than this is rarely there twice in a row, and to hash it takes long.
    private const int Longest = 2048;

    [ThreadStatic]
    private static SharedTexts? _texts;

    /// <summary>Lets the texts that this thread reads from now on share objects, until the result is disposed.</summary>
    public static Sharing Share(SharedTexts texts)
    {
        _texts = texts;
        return default;
    }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A text was expected.");
        }

        if (_texts is not { } texts || reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString();
        }

        ref var known = ref texts.PlaceOf(reader.ValueSpan);
        return known is { } text && reader.ValueTextEquals(text) ? text : known = reader.GetString();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>The time in which texts share objects.</summary>
    public readonly struct Sharing : IDisposable
    {
        /// <summary>Forgets all texts.</summary>
        public void Dispose() => _texts = null;
    }
}

/// <summary>
/// The last text for each value of a hash. So it needs little memory, and no text is kept longer than it. Several threads can use
/// it at the same time: at worst, one does not see what another one has just read.
/// </summary>
internal sealed class SharedTexts
{
    private const int Places = 1 << 16;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>Returns where a text is, if it is there.</summary>
    public ref string? PlaceOf(ReadOnlySpan<byte> text) => ref _texts[HashOf(text) % Places];

    private static uint HashOf(ReadOnlySpan<byte> text)
    {
        // FNV-1a.
        var hash = 2166136261u;
        foreach (var each in text)
        {
            hash = (hash ^ each) * 16777619;
        }

        return hash ^ (hash >> 16);
    }
}
