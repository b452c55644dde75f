using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>A refusal without its protocol: the code of the query protocol and the text.</summary>
public sealed record Refusal(string? Code, string? Text);

/// <summary>One request by awsJson, by its plain route and as a form.</summary>
internal static class ThreeWays
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["ValidationException"] = "ValidationError",
        ["InvalidParameterValueException"] = "InvalidParameterValue",
        ["InvalidParameterCombinationException"] = "InvalidParameterCombination",
        ["MissingRequiredParameterException"] = "MissingParameter",
        ["InvalidFormatFault"] = "InvalidFormat",
    };

    /// <summary>The refusal of a request, which must be the same whatever the protocol.</summary>
    public static async Task<Refusal> Refused(this Account account, string operation, string body)
    {
        var before = WorldPrinter.Print(account);
        var json = await account.CloudWatch(operation, body);
        var plain = await account.Plain($"cloudwatch/{operation}", body);
        var query = await account.Query(Form(operation, body));

        (json.Status, plain.Status, query.Status).Should().Be((400, 400, 400), json.Text + plain.Text + query.Text);
        plain.Text.Should().Be(json.Text);
        var refusal = new Refusal(query.Element("Code"), query.Element("Message"));
        Of(json).Should().Be(refusal);
        WorldPrinter.Print(account).Should().Be(before);
        return refusal;
    }

    public static string Form(string operation, string body) =>
        string.Join('&', Pairs("", JsonNode.Parse(body)!).Prepend($"Action={operation}"));

    private static Refusal Of(Answer json)
    {
        var type = json.At("__type")!.Split('#')[^1];
        return new(Codes.GetValueOrDefault(type, type), json.At("message") ?? json.At("Message"));
    }

    private static IEnumerable<string> Pairs(string path, JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Pairs(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Value!)),
        JsonArray list => list.SelectMany((item, index) => Pairs($"{path}.member.{index + 1}", item!)),
        JsonValue value => [$"{path}={Uri.EscapeDataString(value.TryGetValue(out string? text) ? text : value.ToJsonString())}"],
        _ => throw new InvalidOperationException(path),
    };
}
