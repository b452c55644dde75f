using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>The same bodies as forms of the query protocol: <c>MetricData.member.1.Value=1</c>.</summary>
internal static class Forms
{
    private static readonly string[] Hopeless =
    [
        "%", "%zz=%zz", "=", "&&&", "a", "=b", "a=b=c", ".=1", "..a=1", "a..b=1", "%00=%00", "\u0000=1", "a.member.0=1", "a.member.-1=1",
        "member.1=1", "AlarmNames=x", "AlarmNames.member=x", "AlarmNames.member.1.member.1=x", "MetricData.member.x.Value=1",
        "MetricData.member.99999999999999999999.Value=1", "Dimensions.member.1=x", "%ED%A0%80=%ED%A0%80", "Action=Other", "Version=2000-01-01",
    ];

    public static byte[] Of(Mutated mutated, string head) =>
        Encoding.UTF8.GetBytes(string.Join('&', Pairs(mutated.Body, "", mutated.Wrong).Prepend(head)));

    public static byte[] Broken(JsonTypeInfo type, Sampler sampler, Random random, string head)
    {
        var right = string.Join('&', Pairs(sampler.Structure(type), "", "").Prepend(head));
        var extra = Hopeless[random.Next(Hopeless.Length)];
        string[] ends = ["", ".member.1", ".member.1.Name", ".entry.1.key", ".x"];
        var names = type.Properties.Select(property => property.Name + ends[random.Next(ends.Length)]);
        return Encoding.UTF8.GetBytes(random.Next(5) switch
        {
            0 => $"{right}&{extra}",
            1 => $"{head}&{extra}",
            2 => right[..random.Next(head.Length, right.Length + 1)],
            3 => $"{head}&{string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(WrongValues.Pick(random, null))}"))}",
            _ => $"{right}&{string.Join('.', Enumerable.Repeat("a", random.Next(1, 200)))}=1&{right}",
        });
    }

    private static IEnumerable<string> Pairs(JsonNode? node, string path, string wrong) => node switch
    {
        JsonObject structure => structure.SelectMany(member =>
            Pairs(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}", wrong)),
        JsonArray list => list.SelectMany((item, index) => Pairs(item, $"{path}.member.{index + 1}", wrong)),
        null => [],
        _ => [$"{path}={Uri.EscapeDataString(Mutated.IsMark(node) ? wrong.Trim('"') : Text(node))}"],
    };

    // Forms write times in ISO 8601; a number that large is nothing else.
    private static string Text(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.Number && node.GetValue<double>() is > 1e9 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : node.ToString();
}
