using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// Bodies that are wrong as a whole: no JSON, cut off, members that are all missing, null or of another type; and some as they
/// are.
/// </summary>
internal static class BrokenBodies
{
    private static readonly string[] Hopeless =
    [
        "", " ", "null", "[]", "[{}]", "\"text\"", "1", "true", "NaN", "{", "}", "{}}", "{]", "{\"", "{\"a\"", "{\"a\":}", "{a:1}", "{'a':1}",
        "{\"a\":1,}", "{\"a\":1}{\"a\":1}", "// comment\n{}", "{/* comment */}", "<html></html>", "<a/>", "a=b&c=d", "Action=x",
        "\u0000", "{\"\\ud800\":1}",
        "{\"a\":1,\"a\":2,\"a\":[]}", "\ufeff{}", "{}\u0000", "%7B%7D", "---\na: 1", "{\"\":\"\"}", "{\"__proto__\":{\"a\":1}}",
    ];

    public static byte[] Make(JsonTypeInfo type, Sampler sampler, Random random)
    {
        var body = sampler.Structure(type);
        return random.Next(14) switch
        {
            0 or 1 => Encoding.UTF8.GetBytes(Hopeless[random.Next(Hopeless.Length)]),
            2 => Cut(body.ToJsonString(), random),
            3 => Noise(body.ToJsonString(), random),
            4 => Encoding.Unicode.GetBytes(body.ToJsonString()),
            5 => Twice(body, random),
            6 or 7 or 8 or 9 => Encoding.UTF8.GetBytes(body.ToJsonString()),
            _ => Encoding.UTF8.GetBytes(Every(type, random)),
        };
    }

    private static byte[] Cut(string json, Random random) => Encoding.UTF8.GetBytes(json)[..random.Next(json.Length)];

    // A few bytes turned over: invalid UTF-8 in texts, letters in numbers.
    private static byte[] Noise(string json, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        for (var i = 0; i < 3; i++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static byte[] Twice(JsonObject body, Random random)
    {
        var members = body.Select(member => $"\"{member.Key}\":{member.Value?.ToJsonString() ?? "null"}").ToList();
        var again = body.Select(member => $"\"{member.Key}\":{WrongValues.Pick(random, member.Value)}");
        return Encoding.UTF8.GetBytes($"{{{string.Join(',', random.Next(2) == 0 ? members.Concat(again) : again.Concat(members))}}}");
    }

    private static string Every(JsonTypeInfo type, Random random)
    {
        var one = WrongValues.Pick(random, null);
        var mixed = random.Next(2) == 0;
        var members = type.Properties.Select(property => $"\"{property.Name}\":{(mixed ? WrongValues.Pick(random, null) : one)}");
        return $"{{{string.Join(',', members)}}}";
    }
}
