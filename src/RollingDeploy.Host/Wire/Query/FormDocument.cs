using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Protocols;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>
/// Turns a form into a record by way of JSON: the record's metadata says what is a list, a number or a timestamp, and the
/// same metadata then reads the document. Parameters that the record does not have are ignored.
/// </summary>
internal sealed class FormDocument(Utf8JsonWriter json)
{
    public static object Read(FormNode form, JsonTypeInfo type) =>
        JsonDraft.Read(type, json => new FormDocument(json).Structure(form, type, ""));

    private void Write(FormNode node, JsonTypeInfo type, string path)
    {
        if (type.Kind != JsonTypeInfoKind.None && node is { Children: null, Value.Length: > 0 })
        {
            throw FormNode.Malformed($"The value of '{path}' must be {Shapes.Noun(type)}.");
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                Structure(node, type, path);
                break;
            case JsonTypeInfoKind.Enumerable:
                List(node, type, path);
                break;
            case JsonTypeInfoKind.Dictionary:
                Map(node, type, path);
                break;
            default:
                FormScalar.Write(json, node.Value, type, path);
                break;
        }
    }

    private void Structure(FormNode node, JsonTypeInfo type, string path)
    {
        json.WriteStartObject();
        foreach (var property in type.Properties)
        {
            if (node[property.Name] is { } child)
            {
                json.WritePropertyName(property.Name);
                Write(child, Shapes.Of(property), path.Length == 0 ? property.Name : $"{path}.{property.Name}");
            }
        }

        json.WriteEndObject();
    }

    private void List(FormNode node, JsonTypeInfo type, string path)
    {
        json.WriteStartArray();
        foreach (var (index, item) in Numbered(node["member"], $"{path}.member"))
        {
            Write(item, Shapes.Element(type), string.Create(CultureInfo.InvariantCulture, $"{path}.member.{index}"));
        }

        json.WriteEndArray();
    }

    private void Map(FormNode node, JsonTypeInfo type, string path)
    {
        json.WriteStartObject();
        foreach (var (index, entry) in Numbered(node["entry"], $"{path}.entry"))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}.entry.{index}");
            json.WritePropertyName(entry["key"]?.Value ?? throw FormNode.Malformed($"'{place}.key' is missing."));
            Write(entry["value"] ?? new FormNode(), Shapes.Element(type), $"{place}.value");
        }

        json.WriteEndObject();
    }

    // Gaps close up: members 1, 5 and 9 are a list of three.
    private static IEnumerable<(long Index, FormNode Node)> Numbered(FormNode? list, string path) =>
        from child in list?.Children ?? new Dictionary<string, FormNode>()
        let index = Index(child.Key, path)
        orderby index
        select (index, child.Value);

    private static long Index(string text, string path) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index > 0
            ? index
            : throw FormNode.Malformed($"'{text}' is not an index of '{path}': they are whole numbers from 1.");
}
