using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Json;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>
/// Reads a record from a form, by converting it to JSON. The metadata of the record says what is a list, a number or a timestamp.
/// Unknown parameters are ignored.
/// </summary>
internal sealed class FormDocument(Utf8JsonWriter json)
{
    public static object Read(FormNode form, JsonTypeInfo type) =>
        JsonDraft.Read(type, json => new FormDocument(json).Structure(form, TypePlan.Of(type)));

    private void Write(FormNode node, TypePlan plan)
    {
        if (plan.Kind != JsonTypeInfoKind.None && node is { Children.Count: 0, Value.Length: > 0 })
        {
            throw Form.Malformed($"The value of '{node.Path}' must be {Shapes.Noun(plan.Type)}.");
        }

        switch (plan.Kind)
        {
            case JsonTypeInfoKind.Object:
                Structure(node, plan);
                break;
            case JsonTypeInfoKind.Enumerable:
                List(node, plan.Element);
                break;
            case JsonTypeInfoKind.Dictionary:
                Map(node, plan.Element);
                break;
            default:
                FormScalar.Write(json, node, plan.Type);
                break;
        }
    }

    private void Structure(FormNode node, TypePlan plan)
    {
        json.WriteStartObject();
        for (var i = 0; i < node.Children.Count; i++)
        {
            var child = node.Children[i];
            if (plan.Find(child.Name.Span) is { } member)
            {
                json.WritePropertyName(member.WireName);
                Write(child, member.Plan);
            }
        }

        json.WriteEndObject();
    }

    private void List(FormNode node, TypePlan items)
    {
        json.WriteStartArray();
        foreach (var item in Numbered(node.Find("member"u8)))
        {
            Write(item, items);
        }

        json.WriteEndArray();
    }

    private void Map(FormNode node, TypePlan values)
    {
        json.WriteStartObject();
        foreach (var entry in Numbered(node.Find("entry"u8)))
        {
            json.WritePropertyName(entry.Find("key"u8)?.Text ?? throw Form.Malformed($"'{entry.Path}.key' is missing."));
            Write(entry.Find("value"u8) ?? new FormNode(entry, "value"u8.ToArray()), values);
        }

        json.WriteEndObject();
    }

    // Gaps are closed: members 1, 5 and 9 are a list of three. Items that are already in order are not sorted.
    private static IReadOnlyList<FormNode> Numbered(FormNode? list)
    {
        var last = 0L;
        var isSorted = true;
        for (var i = 0; i < list?.Children.Count; i++)
        {
            var index = Index(list, list.Children[i]);
            (isSorted, last) = (isSorted && index > last, index);
        }

        return list is null ? [] : isSorted ? list.Children : [.. list.Children.OrderBy(child => Index(list, child))];
    }

    private static long Index(FormNode list, FormNode child) =>
        long.TryParse(child.Name.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index > 0
            ? index
            : throw Form.Malformed($"'{child.Shown}' is not an index of '{list.Path}'. An index is a whole number from 1.");
}
