using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>Reads one value out of a JSON answer.</summary>
public static class Pointing
{
    /// <summary>
    /// The value at a path such as <c>ProductionVariants.0.CurrentWeight</c>: a string as it is, everything else as JSON; null
    /// where nothing is.
    /// </summary>
    public static string? At(this Answer answer, string path) => At(answer.Json, path);

    public static string? At(this JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            node = int.TryParse(step, out var index)
                ? (node as JsonArray)?.ElementAtOrDefault(index)
                : (node as JsonObject)?[step];
        }

        return node is JsonValue value && value.TryGetValue(out string? text) ? text : node?.ToJsonString();
    }

    /// <summary>The value of <paramref name="member"/> in each item of a list.</summary>
    public static IEnumerable<string?> Each(this Answer answer, string list, string member) =>
        (list.Length == 0 ? answer.Json : answer.Json[list]!).AsArray().Select(item => item.At(member));
}
