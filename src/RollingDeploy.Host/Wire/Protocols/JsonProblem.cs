using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>Says what is wrong with a JSON body in the caller's terms: the serializer's own text names .NET types.</summary>
internal static class JsonProblem
{
    public static AwsError Describe(JsonException problem, ReadOnlySpan<byte> body, JsonTypeInfo root) =>
        new("SerializationException", Text(problem, body, root));

    private static string Text(JsonException problem, ReadOnlySpan<byte> body, JsonTypeInfo root)
    {
        // The reader's own complaint is wrapped; a value of the wrong type is not.
        if (problem.InnerException is JsonException)
        {
            return $"The request body is {(IsTooDeep(body) ? $"nested deeper than {WireJson.MaxDepth} levels" : "malformed JSON")} "
                + $"at line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}.";
        }

        // Cut before it is looked at: it holds the caller's own keys.
        var path = Excerpt.Cut(problem.Path?.TrimStart('$').TrimStart('.') ?? "", Excerpt.Usual);
        return path.IsEmpty
            ? "The request body must be a JSON object."
            : $"The value of '{path}' must be {Expected(path, root)}.";
    }

    // The reader tells the two apart in words only: one that minds no depth stumbles over the other first, or does not.
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
            // It is malformed before it is too deep.
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

    // Takes one step off a path such as Lines[0].Item or Labels['a.b']: a name, an index, or a name with odd characters.
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
