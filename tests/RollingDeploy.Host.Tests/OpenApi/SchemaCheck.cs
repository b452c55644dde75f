using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RollingDeploy.Host.Tests.OpenApi;

/// <summary>
/// Holds a value against a JSON Schema, as far as the document uses its words; a word that is not known here fails.
/// </summary>
internal sealed class SchemaCheck(JsonNode document)
{
    private static readonly string[] SaysNothing = ["description", "format", "default", "$ref"];

    /// <summary>What does not fit, each with its place; nothing where all does.</summary>
    public IEnumerable<string> Problems(JsonNode? value, JsonNode schema, string place)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Problems(value, Resolve(reference), place);
        }

        return schema.AsObject()
            .Where(word => !SaysNothing.Contains(word.Key))
            .SelectMany(word => Problems(value, word.Key, word.Value!, schema, place));
    }

    private JsonNode Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (node, step) => node[step] ?? throw new InvalidOperationException($"Nothing is at {reference}."));

    private IEnumerable<string> Problems(JsonNode? value, string word, JsonNode said, JsonNode schema, string place) =>
        word switch
        {
            "type" => Types(said).Any(type => IsOf(value, type)) ? [] : [$"{place} is no {said}: {value?.ToJsonString()}"],
            "enum" => said.AsArray().Any(each => JsonNode.DeepEquals(each, value)) ? [] : [$"{place} is none of {said}: {value}"],
            "pattern" => Text(value) is not { } text || Fits(text, said.GetValue<string>()) ? [] : [$"{place} is not like {said}: {text}"],
            "minLength" => Text(value)?.Length < Number(said) ? [$"{place} is too short: {value}"] : [],
            "maxLength" => Text(value)?.Length > Number(said) ? [$"{place} is too long: {value}"] : [],
            "minimum" => Amount(value) < Number(said) ? [$"{place} is too small: {value}"] : [],
            "maximum" => Amount(value) > Number(said) ? [$"{place} is too large: {value}"] : [],
            "minItems" => (value as JsonArray)?.Count < Number(said) ? [$"{place} has too few items"] : [],
            "maxItems" => (value as JsonArray)?.Count > Number(said) ? [$"{place} has too many items"] : [],
            "minProperties" => (value as JsonObject)?.Count < Number(said) ? [$"{place} has too few members"] : [],
            "maxProperties" => (value as JsonObject)?.Count > Number(said) ? [$"{place} has too many members"] : [],
            "items" => (value as JsonArray ?? []).SelectMany((item, index) => Problems(item, said, $"{place}[{index}]")),
            "required" => value is not JsonObject map ? [] : said.AsArray().Select(name => name!.GetValue<string>())
                .Where(name => !map.ContainsKey(name)).Select(name => $"{place} has no {name}"),
            "properties" => Members(value).Where(member => said[member.Key] is not null)
                .SelectMany(member => Problems(member.Value, said[member.Key]!, $"{place}.{member.Key}")),
            "additionalProperties" => Members(value).Where(member => schema["properties"]?[member.Key] is null)
                .SelectMany(member => said is JsonValue ? said.GetValue<bool>() ? [] : [$"{place} has an unknown {member.Key}"] : Problems(member.Value, said, $"{place}.{member.Key}")),
            _ => [$"{place}: the word {word} is not known to this test"],
        };

    private static JsonObject Members(JsonNode? value) => value as JsonObject ?? [];

    private static IEnumerable<string> Types(JsonNode said) =>
        said is JsonArray several ? several.Select(each => each!.GetValue<string>()) : [said.GetValue<string>()];

    private static bool IsOf(JsonNode? value, string type) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Number => type == "number" || (type == "integer" && double.IsInteger(Amount(value)!.Value)),
        _ => type == "null",
    };

    // .NET has no code points beyond 16 bits in its classes: a range of them is one of surrogates.
    private static bool Fits(string text, string pattern) =>
        Regex.IsMatch(text, pattern.Replace(@"\uD800\uDC00-\uDBFF\uDFFF", @"\uD800-\uDFFF", StringComparison.Ordinal));

    private static string? Text(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static double? Amount(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? Number(value) : null;

    private static double Number(JsonNode value) => double.Parse(value.ToJsonString().Trim('"'), CultureInfo.InvariantCulture);
}
