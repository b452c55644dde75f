using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.OpenApi;

/// <summary>
/// Plays operations of the document as somebody does who tries them out with their examples, and keeps the answers.
/// </summary>
internal sealed class Story(Account account, JsonNode document)
{
    private static readonly JsonSerializerOptions Legible = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, SortedDictionary<string, JsonNode>> _answers = new(StringComparer.Ordinal);

    /// <summary>The ids of the operations that have been played.</summary>
    public IEnumerable<string> Operations => _answers.Keys;

    /// <summary>What was kept, by operation and status.</summary>
    public string Record => JsonSerializer.Serialize(_answers.Where(each => each.Value.Count > 0).ToDictionary(), Legible) + "\n";

    /// <summary>Plays operations one after the other with their first examples; each must succeed.</summary>
    public async Task Tells(params string[] operations)
    {
        foreach (var operation in operations)
        {
            var answer = await Keeps(operation);
            answer.Status.Should().BeInRange(200, 299, $"{operation}: {answer.Text}");
        }
    }

    /// <summary>Plays an operation and keeps its answer.</summary>
    public async Task<Answer> Keeps(
        string operation, string? body = null, string query = "", params (string Name, string Value)[] headers)
    {
        var answer = await Does(operation, body, query, headers);
        var kept = _answers.TryGetValue(operation, out var known) ? known : _answers[operation] = new(StringComparer.Ordinal);
        if (answer.Bytes.Length > 0 && !answer.ContentType!.Contains("eventstream", StringComparison.Ordinal))
        {
            kept[StatusKey(operation, answer.Status)] = answer.ContentType.Contains("json", StringComparison.Ordinal)
                ? Lasting(answer.Json)
                : answer.Text;
        }

        return answer;
    }

    /// <summary>Plays an operation that brings the story on, and keeps nothing.</summary>
    public Task<Answer> Does(
        string operation, string? body = null, string query = "", params (string Name, string Value)[] headers)
    {
        var (path, method, described) = Find(operation);
        foreach (var parameter in Array(described["parameters"]).Where(each => each["in"]!.GetValue<string>() == "path"))
        {
            path = path.Replace($"{{{parameter["name"]}}}", parameter["example"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        var (type, media) = described["requestBody"]?["content"]?.AsObject().First() ?? default;
        var content = body ?? Text(media?["example"] ?? media?["examples"]?.AsObject().First().Value!["value"]);
        return account.Send(new HttpMethod(method), path + query, content, type, headers);
    }

    /// <summary>Plays an operation with one of its other examples, by its title.</summary>
    public async Task DoesAnother(string operation, string title) => (await Does(
        operation, Find(operation).Described["requestBody"]!["content"]!["application/json"]!["examples"]![title]!["value"]!.ToJsonString()))
        .Status.Should().Be(200);

    private (string Path, string Method, JsonNode Described) Find(string id) => (
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value!["operationId"]!.GetValue<string>() == id
        select (path.Key, operation.Key, operation.Value!)).Single();

    // The document says 4XX where AWS's refusals differ in their statuses.
    private string StatusKey(string operation, int status) =>
        Find(operation).Described["responses"]!.AsObject().ContainsKey($"{status}") ? $"{status}" : $"{status / 100}XX";

    // Of one call alone.
    private static JsonNode Lasting(JsonNode answer)
    {
        _ = answer is JsonObject problem && problem.Remove("traceId");
        if (answer is JsonObject && answer["Credentials"] is JsonObject credentials)
        {
            // The examples of AWS's pages.
            credentials["AccessKeyId"] = "ASIAIOSFODNN7EXAMPLE";
            credentials["SecretAccessKey"] = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
            credentials["SessionToken"] = "FwoGZXIvYXdzEXAMPLE";
            credentials["Expiration"] = 1_893_459_600;
        }

        return answer;
    }

    private static string? Text(JsonNode? example) =>
        example is JsonValue value ? value.GetValue<string>() : example?.ToJsonString();

    private static IEnumerable<JsonNode> Array(JsonNode? list) => list?.AsArray().OfType<JsonNode>() ?? [];
}
