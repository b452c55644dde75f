using System.Text.Json;
using System.Text.Json.Serialization;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control;

/// <summary>The JSON strings of enumeration values: camelCase for our own enumerations, and AWS's spelling for AWS's.</summary>
internal static class Words
{
    public static string Of(Enum value) => value switch
    {
        EndpointStatus => value.ToString(),
        AlarmState state => StateWord.Of(state),
        _ => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()),
    };

    public static IEnumerable<string> Of(Type type) => Enum.GetNames(type).Select(name => Of((Enum)Enum.Parse(type, name)));
}

/// <summary>Reads and writes an enumeration as JSON strings. Case is ignored on reading.</summary>
internal sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{

    private static readonly Dictionary<string, T> Values =
        Enum.GetValues<T>().ToDictionary(value => Words.Of(value), StringComparer.OrdinalIgnoreCase);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new UnknownWordException(
                reader.TokenType == JsonTokenType.String ? reader.GetString() : null, [.. Values.Keys]);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Words.Of(value));
}

/// <summary>The request has a value that is not one of an enumeration's.</summary>
/// <param name="value">The value of the request; null if it is not a string.</param>
/// <param name="words">The values that are valid.</param>
internal sealed class UnknownWordException(string? value, IReadOnlyList<string> words) : JsonException("The value is unknown.")
{
    /// <summary>The error message, with the name of the member in it.</summary>
    public string Sentence(string? field) =>
        $"Unknown value{(value is null ? "" : $" '{Excerpt.Of(value)}'")}{(field is null ? "" : $" for {field}")}. Use {Choice.Of(words)}.";
}
