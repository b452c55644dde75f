using System.Text;
using System.Text.Json;

namespace RollingDeploy.Host.Seeds.Files;

/// <summary>Reads a JSON file.</summary>
internal static class JsonSeed
{
    // More than the builder accepts, so that it is the builder that refuses what is too deep.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    public static void Read(ReadOnlySpan<byte> text, NodeBuilder into)
    {
        if (text.StartsWith("\uFEFF"u8))
        {
            text = text[3..];
        }

        var reader = new Utf8JsonReader(text, Options);
        var (line, counted) = (1, 0);
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                line += text[counted..start].Count((byte)'\n');
                counted = start;
                Take(ref reader, line, into);
            }
        }
        catch (JsonException odd)
        {
            var reason = odd.Message.Split(" LineNumber:")[0];
            throw into.Mistake((int)(odd.LineNumber ?? 0) + 1, $"This is not valid JSON: {reason}");
        }
        catch (InvalidOperationException)
        {
            throw into.Mistake(line, "This is not UTF-8 text.");
        }
    }

    private static void Take(ref Utf8JsonReader reader, int line, NodeBuilder into)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                into.BeginList(line);
                break;
            case JsonTokenType.StartObject:
                into.BeginObject(line);
                break;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                into.End();
                break;
            case JsonTokenType.PropertyName:
                into.Name(line, reader.GetString()!);
                break;
            case JsonTokenType.String:
                into.Scalar(SeedScalar.OfText(line, reader.GetString()!));
                break;
            default:
                into.Scalar(SeedScalar.OfJson(line, Encoding.UTF8.GetString(reader.ValueSpan)));
                break;
        }
    }
}
