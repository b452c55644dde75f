using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Kinds = RollingDeploy.Host.Wire.Shapes;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>
/// Places in requests and answers, such as <c>Containers[0].Environment.NAME</c>. Without numbers, they are places in types.
/// </summary>
internal static class Paths
{
    public static string Join(string path, string member) => path.Length == 0 ? member : member.Length == 0 ? path : $"{path}.{member}";

    public static string OfType(string path)
    {
        var parts = path.Split('[');
        return string.Join(
            "[", parts.Skip(1).Select(part => part[part.IndexOf(']', StringComparison.Ordinal)..]).Prepend(parts[0]));
    }

    /// <summary>All scalars of a body with their places.</summary>
    public static IEnumerable<(string Path, JsonNode Value)> Leaves(JsonNode? node, string path = "") => node switch
    {
        JsonObject map => map.SelectMany(member => Leaves(member.Value, Join(path, member.Key))),
        JsonArray list => list.SelectMany((item, index) => Leaves(item, $"{path}[{index}]")),
        null => [],
        _ => [(path, node)],
    };

    /// <summary>What is at a place; null where there is nothing.</summary>
    public static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var step in Steps(path))
        {
            node = (node, int.TryParse(step, out var index)) switch
            {
                (JsonArray list, true) => list.ElementAtOrDefault(index),
                (JsonObject map, _) => map[step],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Whether a record has a member at a place.</summary>
    public static bool Has(JsonTypeInfo record, string path)
    {
        var type = record;
        foreach (var step in Steps(path))
        {
            var next = type.Kind switch
            {
                JsonTypeInfoKind.Object => MemberOf(type, step),
                JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => Kinds.Element(type),
                _ => null,
            };
            if (next is null)
            {
                return false;
            }

            type = next;
        }

        return type.Kind is JsonTypeInfoKind.None || path.Length == 0;
    }

    private static JsonTypeInfo? MemberOf(JsonTypeInfo record, string name) =>
        record.Properties.FirstOrDefault(member => member.Name == name) is { } member ? Kinds.Of(member) : null;

    private static string[] Steps(string path) =>
        path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries);
}
