using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>Says what is wrong with a JSON body in the caller's terms: the serializer's own text names .NET types.</summary>
internal static partial class JsonProblem
{
    public static AwsFault Describe(JsonException problem, ReadOnlySpan<byte> body, JsonTypeInfo root) =>
        new("SerializationException", Text(problem, body, root));

    private static string Text(JsonException problem, ReadOnlySpan<byte> body, JsonTypeInfo root)
    {
        // The reader's own complaint is wrapped; a value of the wrong type is not.
        if (problem.InnerException is JsonException)
        {
            return $"The request body is {(IsTooDeep(body) ? $"nested deeper than {WireJson.MaxDepth} levels" : "malformed JSON")} "
                + $"at line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}.";
        }

        var path = problem.Path?.TrimStart('$').TrimStart('.') ?? "";
        return path.Length == 0
            ? "The request body must be a JSON object."
            : $"The value of '{(path.Length > 200 ? path[..200] : path)}' must be {Expected(path, root)}.";
    }

    // The reader tells the two apart in words only: one that minds no depth stumbles over the other first, or does not.
    private static bool IsTooDeep(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.StartArray or JsonTokenType.StartObject, CurrentDepth: >= WireJson.MaxDepth })
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // It is malformed before it is too deep.
        }

        return false;
    }

    private static string Expected(string path, JsonTypeInfo type)
    {
        foreach (var step in Steps().Matches(path).Select(match => match.Groups["name"]))
        {
            var next = type.Kind == JsonTypeInfoKind.Object
                ? type.Properties.FirstOrDefault(property => property.Name == step.Value)?.PropertyType
                : type.ElementType;
            if (next is null)
            {
                break;
            }

            type = type.Options.GetTypeInfo(next);
        }

        return Shapes.Noun(type);
    }

    [GeneratedRegex(@"(?<name>[^.\[\]']+)\]?|\['(?<name>.*?)'\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Steps();
}
