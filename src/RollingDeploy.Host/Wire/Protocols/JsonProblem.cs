using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>Says what is wrong with a JSON body in the caller's terms: the serializer's own text names .NET types.</summary>
internal static partial class JsonProblem
{
    public static AwsFault Describe(JsonException problem, JsonTypeInfo root) =>
        new("SerializationException", Text(problem, root));

    private static string Text(JsonException problem, JsonTypeInfo root)
    {
        // The reader's own complaint is wrapped; a value of the wrong type is not.
        if (problem.InnerException is JsonException)
        {
            return $"The request body is not JSON that can be read: malformed, or nested deeper than {WireJson.MaxDepth} levels, "
                + $"at line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}.";
        }

        var path = problem.Path?.TrimStart('$').TrimStart('.') ?? "";
        return path.Length == 0
            ? "The request body must be a JSON object."
            : $"The value of '{(path.Length > 200 ? path[..200] : path)}' must be {Expected(path, root)}.";
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
