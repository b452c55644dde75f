using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>What a member can hold that it should not: as JSON text, since not all of it is JSON.</summary>
internal static class WrongValues
{
    private static readonly string[] Plain =
    [
        "null", "true", "false", "{}", "[]", "[null]", "[[]]", "[{}]", "{\"\":null}", "{\"member\":[1]}",
        "0", "-0", "-1", "1", "2", "1.5", "0.1", "1e-400", "1e308", "1e400", "-1e400", "2147483647", "2147483648", "-2147483648",
        "9223372036854775807", "9223372036854775808", "340282350000000000000000000000000000000", "1e39", "1E5", "10000", "10001",
        "253402300799.999", "253402300800", "-62135596800", "-62135596801", "1893456000", "79228162514264337593543950335",
        "NaN", "Infinity", "-Infinity", "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "01", "+1", "0x10", "1_000", "undefined", "'a'",
        "\"\"", "\" \"", "\"0\"", "\"1\"", "\"true\"", "\"null\"", "\"2024-01-01T00:00:00Z\"", "\"new\"", "\"new-2\"", "\"serving\"",
        "\"\\u0000\"", "\"\\u0007\\u001b[31m\"", "\"a\\nb\\r\\tc\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
        "\"\\ud83d\\ude42\"", "\"é\u202e\u2028ﬀ\"",
        "\"\ufffe\uffff\"", "\"\\q\"", "\"\\u12\"", "\"open", "\"a\u0001b\"",
        "\"<b a='&amp;'>]]></b>\"", "\"%00%zz&a=b\"", "\"../../etc/passwd\"", "\"aws:reserved\"", "\"AWS/SageMaker\"", "\"{0}{1}{2:X}\"",
        "\"arn:aws:sagemaker:us-east-1:000000000000:endpoint/none\"", "\"arn:aws:sagemaker\"", "\"arn::::::\"", "\"ml.t3.medium\"",
        "\"AAAA\"", "\"MDAwMDAwMDAwMDAwMDAwMAphCmI=\"", "{\"$ref\":\"#\"}", "{\"__type\":\"x\"}", "{\"$type\":\"System.String\"}",
    ];

    private static readonly int[] Lengths = [63, 64, 256, 257, 1025, 4097, 20_000];

    // One level below and above the limit, and far beyond it.
    private static readonly int[] Depths = [5, 60, 70, 2000];

    /// <summary>A wrong value for a place that holds <paramref name="current"/> (null: nothing).</summary>
    public static string Pick(Random random, JsonNode? current) => random.Next(10) switch
    {
        0 => $"\"{new string('a', Length(random))}\"",
        1 => Deep(random),
        2 or 3 => Twisted(random, current?.ToJsonString() ?? "null"),
        _ => Plain[random.Next(Plain.Length)],
    };

    private static int Length(Random random) => random.Next(20) == 0 ? 300_000 : Lengths[random.Next(Lengths.Length)];

    private static string Deep(Random random)
    {
        var depth = Depths[random.Next(Depths.Length)];
        return random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
    }

    // The right value in the wrong clothes.
    private static string Twisted(Random random, string json) => random.Next(8) switch
    {
        0 => $"[{json}]",
        1 => $"{{\"a\":{json}}}",
        2 => JsonValue.Create(json).ToJsonString(),
        3 => $"[{string.Join(',', Enumerable.Repeat(json, json.Length > 500 ? 10 : 1500))}]",
        4 => json.ToUpperInvariant(),
        5 => json.Replace("\"", "", StringComparison.Ordinal),
        6 => json.StartsWith('[') && json.Length > 2 ? $"[null,{json[1..]}" : $"-{json}",
        _ => json.StartsWith('[') && json.Length > 2 ? $"[{json[1..^1]},{json[1..]}" : json + json,
    };
}
