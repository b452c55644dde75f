using System.Text.Json;
using System.Text.Json.Serialization;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Host.Control;

/// <summary>How the values of our enumerations stand on the wire: in camelCase, but AWS's own words in AWS's own case.</summary>
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

/// <summary>An enumeration as words; another word is answered with those that there are.</summary>
internal sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <summary>How the message of a wrong word begins; what follows are the right ones.</summary>
    public const string Mark = "it can be ";

    private static readonly Dictionary<string, T> Values =
        Enum.GetValues<T>().ToDictionary(value => Words.Of(value), StringComparer.OrdinalIgnoreCase);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException(Mark + string.Join(", ", Values.Keys));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Words.Of(value));
}
