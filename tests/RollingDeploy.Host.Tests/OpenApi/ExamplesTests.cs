using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.OpenApi;

/// <summary>
/// Every example of the document fits the schema that it stands beside, and what tools build on can be read by them.
/// </summary>
public sealed class ExamplesTests(TestHost host)
{
    [Fact]
    public async Task Examples_OfTheDocument_FitTheirSchemas()
    {
        var document = await Document();
        var check = new SchemaCheck(document);

        var shown = Media(document).Concat(Parameters(document)).SelectMany(Examples).ToList();

        shown.Should().HaveCountGreaterThan(200);
        shown.SelectMany(each => check.Problems(each.Value, each.Schema, each.Place)).Should().BeEmpty();
    }

    [Fact]
    public async Task Answers_ThatSucceedWithABody_ShowOne()
    {
        var without = Media(await Document())
            .Where(media => media.Place.Contains(" 2", StringComparison.Ordinal) && media.Node["example"] is null)
            .Select(media => media.Place);

        without.Should().OnlyContain(place => place.Contains("eventstream") || place.EndsWith("invocations 200 application/json") || place.EndsWith("octet-stream"), "a stream is bytes, and one form of an echo is enough");
    }

    [Fact]
    public async Task Names_OfComponentsAndOperations_CanStandInAUrl()
    {
        var document = await Document();

        var components = document["components"]!.AsObject().SelectMany(kind => kind.Value!.AsObject().Select(component => component.Key));
        var operations = Operations(document).Select(operation => operation.Node["operationId"]!.GetValue<string>()).ToList();

        components.Concat(operations).Should().OnlyContain(name => System.Text.RegularExpressions.Regex.IsMatch(name, "^[a-zA-Z0-9._-]+$"));
        operations.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Operations_OfTheDocument_SayHowTheyRefuse() =>
        Operations(await Document()).Where(
            operation => !operation.Node["responses"]!.AsObject().Any(response => response.Key.StartsWith('4')))
            .Select(operation => operation.Place).Should().BeEmpty();

    [Fact]
    public async Task Schemas_OfTheDocument_NeverHaveNull() =>
        (await Document())["components"]!["schemas"]!.ToJsonString().Should().NotContain("\"null\"", "what is not set is absent");

    private static IEnumerable<(string Place, JsonNode Node)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key} {path.Key}", operation.Value!);

    private static IEnumerable<(string Place, JsonNode Node)> Media(JsonNode document) =>
        from operation in Operations(document)
        from body in Bodies(operation)
        from media in body.Node["content"]?.AsObject() ?? []
        select ($"{body.Place} {media.Key}", media.Value!);

    private static IEnumerable<(string Place, JsonNode Node)> Bodies((string Place, JsonNode Node) operation) =>
    [
        .. operation.Node["requestBody"] is { } request ? [($"{operation.Place} request", request)] : Array.Empty<(string, JsonNode)>(),
        .. operation.Node["responses"]!.AsObject().Select(response => ($"{operation.Place} {response.Key}", response.Value!)),
    ];

    private static IEnumerable<(string Place, JsonNode Node)> Parameters(JsonNode document) =>
        from operation in Operations(document)
        from parameter in operation.Node["parameters"]?.AsArray() ?? []
        select ($"{operation.Place} {parameter!["name"]}", parameter);

    private static IEnumerable<(string Place, JsonNode Schema, JsonNode? Value)> Examples((string Place, JsonNode Node) media)
    {
        var schema = media.Node["schema"]!;
        JsonNode?[] single = [media.Node["example"], schema["default"]];
        var named = media.Node["examples"]?.AsObject().Select(each => each.Value!["value"]) ?? [];
        return single.Where(each => each is not null).Concat(named).Select(value => (media.Place, schema, value));
    }

    private async Task<JsonNode> Document() => (await host.NewAccount().Send(HttpMethod.Get, "/openapi/v1.json", null, null)).Json;
}
