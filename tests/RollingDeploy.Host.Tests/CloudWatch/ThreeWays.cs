using System.Text.Json.Nodes;
using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>A refusal without its protocol: the code of the query protocol and the text.</summary>
public sealed record Refusal(string? Code, string? Text);

/// <summary>One request by awsJson, also on its plain route, by rpc-v2-cbor and by the query protocol.</summary>
internal static class ThreeWays
{
    private static readonly Service Service = CloudWatchService.Create();

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["ValidationException"] = "ValidationError",
        ["InvalidParameterValueException"] = "InvalidParameterValue",
        ["InvalidParameterCombinationException"] = "InvalidParameterCombination",
        ["MissingRequiredParameterException"] = "MissingParameter",
        ["LimitExceededFault"] = "LimitExceeded",
        ["InvalidFormatFault"] = "InvalidFormat",
    };

    /// <summary>The refusal of a request, which must be the same whatever the protocol.</summary>
    public static async Task<Refusal> Refused(this Account account, string operation, string body, int status = 400)
    {
        var before = WorldPrinter.Print(account);
        var json = await account.CloudWatch(operation, body);
        var plain = await account.Plain($"cloudwatch/{operation}", body);
        var query = await account.Query(Form(operation, body));
        var cbor = await account.Cbor(operation, Cbor(operation, body));

        (json.Status, plain.Status, query.Status, cbor.Status)
            .Should()
            .Be((status, status, status, status), json.Text + plain.Text + query.Text);
        plain.Text.Should().Be(json.Text);
        CborJson.Decode(cbor.Bytes)!.ToJsonString().Should().Be(json.Json.ToJsonString());
        var refusal = new Refusal(query.Element("Code"), query.Element("Message"));
        Of(json).Should().Be(refusal);
        cbor.Header("x-amzn-query-error").Should().Be($"{refusal.Code};Sender");
        WorldPrinter.Print(account).Should().Be(before);
        return refusal;
    }

    /// <summary>The answer to what only reads, which must say the same whatever the protocol.</summary>
    public static async Task<Answer> Asks(this Account account, string operation, string body)
    {
        var json = await account.CloudWatch(operation, body);
        var plain = await account.Plain($"cloudwatch/{operation}", body);
        var query = await account.Query(Form(operation, body));

        (json.Status, plain.Status, query.Status).Should().Be((200, 200, 200), json.Text + query.Text);
        plain.Text.Should().Be(json.Text);
        var result = query.Xml.Elements().Single(element => element.Name.LocalName == $"{operation}Result");
        Leaves.Of(result).Should().Equal(Leaves.Of(json.Json));
        return json;
    }

    /// <summary>What changes something, by awsJson; it must be taken.</summary>
    public static async Task<Answer> Tells(this Account account, string operation, string body)
    {
        var answer = await account.CloudWatch(operation, body);
        answer.Status.Should().Be(200, answer.Text);
        return answer;
    }

    /// <summary>Holds what awsJson has answered against the answer in CBOR.</summary>
    public static async Task RequireSameByCbor(this Account account, string operation, string body, Answer json)
    {
        var cbor = await account.Cbor(operation, Cbor(operation, body));

        (cbor.Status, cbor.ContentType).Should().Be((json.Status, "application/cbor"));
        CborJson.Decode(cbor.Bytes)!.ToJsonString().Should().Be(json.Json.ToJsonString());
    }

    public static byte[] Cbor(string operation, string body) =>
        CborJson.Encode(JsonNode.Parse(body), Service.Find(operation)?.Input);

    public static string Form(string operation, string body) =>
        string.Join('&', Pairs("", JsonNode.Parse(body)!).Prepend($"Action={operation}"));

    private static Refusal Of(Answer json)
    {
        var type = json.At("__type")!.Split('#')[^1];
        return new(Codes.GetValueOrDefault(type, type), json.At("message") ?? json.At("Message"));
    }

    private static bool IsTime(string path) => path.EndsWith("Time") || path.EndsWith("Timestamp") || path.EndsWith("Date");

    private static IEnumerable<string> Pairs(string path, JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Pairs(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Value!)),
        JsonArray { Count: 0 } => [$"{path}="],
        JsonArray list => list.SelectMany((item, index) => Pairs($"{path}.member.{index + 1}", item!)),
        JsonValue value when IsTime(path) => [$"{path}={DateTimeOffset.FromUnixTimeSeconds(value.GetValue<long>()):yyyy-MM-ddTHH:mm:ssZ}"],
        JsonValue value => [$"{path}={Uri.EscapeDataString(value.TryGetValue(out string? text) ? text : value.ToJsonString())}"],
        _ => throw new InvalidOperationException(path),
    };
}
