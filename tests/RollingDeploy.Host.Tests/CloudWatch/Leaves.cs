using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>
/// The values of an answer with their paths, in order, in the same words for JSON and XML: times as epoch seconds.
/// </summary>
internal static class Leaves
{
    public static IEnumerable<string> Of(JsonNode? node, string path = "") => node switch
    {
        JsonObject { Count: > 0 } map => map.SelectMany(entry => Of(entry.Value, $"{path}/{entry.Key}")),
        JsonArray { Count: > 0 } list => list.SelectMany(item => Of(item, path)),
        JsonValue value => [$"{path}={(value.TryGetValue(out string? text) ? text : Number(value.ToJsonString()))}"],
        _ => [$"{path}="],
    };

    public static IEnumerable<string> Of(XElement element, string path = "")
    {
        var children = element.Elements().ToList();
        return children.Count == 0 ? [$"{path}={Number(element.Value)}"]
            : children.SelectMany(child => child.Name.LocalName switch
            {
                "member" => Of(child, path),
                "entry" => Of(child.Elements().Last(), $"{path}/{child.Elements().First().Value}"),
                var name => Of(child, $"{path}/{name}"),
            });
    }

    private static string Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R",
            CultureInfo.InvariantCulture)
        : text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            out var time) ? (time.ToUnixTimeMilliseconds() / 1000.0).ToString("R", CultureInfo.InvariantCulture)
        : text;
}
