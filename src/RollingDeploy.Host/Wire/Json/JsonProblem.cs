using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Wire.Json;

/// <summary>Makes the error text for a JSON body that is not valid. The text of the serializer would name .NET types.</summary>
internal static class JsonProblem
{
    public static AwsError Describe(JsonException problem, ReadOnlySpan<byte> body, JsonTypeInfo root) =>
        new("SerializationException", Text(problem, body, root));

    private static string Text(JsonException problem, ReadOnlySpan<byte> body, JsonTypeInfo root)
    {
        // Malformed JSON has an inner exception. A value of a wrong type has none.
        if (problem.InnerException is JsonException)
        {
            return $"The request body is {(IsTooDeep(body) ? $"nested deeper than {WireJson.MaxDepth} levels" : "malformed JSON")} "
                + $"at line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}.";
        }

        // Cut first, because it contains keys of the request, which can be long.
        var path = Excerpt.Cut(problem.Path?.TrimStart('$').TrimStart('.') ?? "", Excerpt.Usual);
        return path.IsEmpty
            ? "The request body must be a JSON object."
            : $"The value of '{path}' must be {Expected(path, root)}.";
    }

    // The exception does not say whether the JSON is malformed or too deep. So it is read again, without a limit for the depth.
    private static bool IsTooDeep(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader is
                    {
                        TokenType: JsonTokenType.StartArray
                    or JsonTokenType.StartObject, CurrentDepth: >= WireJson.MaxDepth
                    })
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // The JSON is malformed at a place before the one that is too deep.
        }

        return false;
    }

    private static string Expected(ReadOnlySpan<char> path, JsonTypeInfo type)
    {
        while (!path.IsEmpty)
        {
            var name = Step(ref path);
            var next = type.Kind == JsonTypeInfoKind.Object ? Member(type, name) : type.ElementType;
            if (next is null)
            {
                break;
            }

            type = type.Options.GetTypeInfo(next);
        }

        return Shapes.Noun(type);
    }

    private static Type? Member(JsonTypeInfo type, ReadOnlySpan<char> name)
    {
        foreach (var property in type.Properties)
        {
            if (name.SequenceEqual(property.Name))
            {
                return property.PropertyType;
            }
        }

        return null;
    }

    // Removes the first step from a path such as Lines[0].Item or Labels['a.b']: a name, an index, or a quoted name.
    private static ReadOnlySpan<char> Step(ref ReadOnlySpan<char> path)
    {
        const string Odd = "['";
        var isOdd = path.StartsWith(Odd);
        path = path[(isOdd ? Odd.Length : path[0] is '.' or '[' ? 1 : 0)..];
        var end = isOdd ? path.IndexOf("']") : path.IndexOfAny(".[]");
        var name = end < 0 ? path : path[..end];
        path = end < 0 ? default : path[(end + (isOdd ? 2 : path[end] == ']' ? 1 : 0))..];
        return name;
    }
}
