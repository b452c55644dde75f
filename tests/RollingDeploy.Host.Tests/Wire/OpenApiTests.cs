using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class OpenApiTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task Document_ListsEveryOperationsPlainRoute()
    {
        var document = await Document();

        var paths = document["paths"]!.AsObject().Select(path => path.Key);
        paths.Should().Contain(["/sagemaker/Echo", "/sagemaker/Drop", "/cloudwatch/Echo", "/_rollingdeploy/clock"]);
        paths.Should().NotContain(path => path.Contains("{operation}") || path.Contains("**"));
        document["servers"]![0]!["url"]!.GetValue<string>().Should().Be("/");
    }

    [Fact]
    public async Task Document_GivesEveryOperationAnIdOfItsOwn()
    {
        var document = await Document();

        var ids = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!["operationId"]!.GetValue<string>())
            .ToList();
        ids.Should().OnlyHaveUniqueItems().And.Contain(["SageMaker.Echo", "CloudWatch.Echo", "get_rollingdeploy_clock", "put_rollingdeploy_clock"]);
    }

    [Fact]
    public async Task Document_ResolvesEveryReference()
    {
        var document = await Document();

        foreach (var reference in References(document))
        {
            reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, step) => node?[step]).Should().NotBeNull(reference);
        }
    }

    [Theory]
    [InlineData("OrderName", """{"maxLength":10,"minLength":1,"pattern":"^(?:[a-z](-*[a-z])*)$","type":"string"}""")]
    [InlineData("Lines", """{"maxItems":3,"minItems":1,"type":"array","items":{"$ref":"#/components/schemas/SageMaker.Line"}}""")]
    [InlineData("Notes", """{"type":"array","items":{"maxLength":9,"minLength":2,"pattern":"^(?:[a-z]*)$","type":"string"}}""")]
    [InlineData("Labels", """{"type":"object","additionalProperties":{"maxLength":3,"type":"string"}}""")]
    [InlineData("Size", """{"enum":["Small","Large"],"type":"string"}""")]
    [InlineData("Due", """{"type":"number","description":"The number of seconds since 1970-01-01T00:00:00Z."}""")]
    public async Task Schema_OfAMember_CarriesItsConstraints(string member, string expected)
    {
        var document = await Document();

        var schema = document["components"]!["schemas"]!["SageMaker.Order"]!["properties"]![member]!;
        JsonNode.DeepEquals(schema, JsonNode.Parse(expected)).Should().BeTrue(schema.ToJsonString());
    }

    [Fact]
    public async Task Schema_OfARecord_NamesWhatIsRequiredAndWhatItIs()
    {
        var schemas = (await Document())["components"]!["schemas"]!;

        schemas["SageMaker.Order"]!["required"]!.ToJsonString().Should().Be("""["OrderName"]""");
        schemas["SageMaker.Line"]!["description"]!.GetValue<string>().Should().Be("What is ordered.");
        schemas["SageMaker.Line"]!["properties"]!["Item"]!["description"]!.GetValue<string>().Should().Be("The thing's name.");
        schemas["SageMaker.Line"]!["properties"]!["Count"]!["minimum"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task Schema_OfOurOwnRecords_IsCamelCase()
    {
        var document = await Document();

        document["components"]!["schemas"]!["ClockView"]!["properties"]!.AsObject().Should().ContainKey("now");
    }

    [Fact]
    public async Task Example_OfAnOperation_IsAccepted()
    {
        var body = (await Document())["paths"]!["/sagemaker/Echo"]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString();

        var answer = await app.Send(HttpMethod.Post, "/sagemaker/Echo", body, "application/json");

        body.Should().Be("""{"OrderName":"a"}""");
        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task Parameters_OfAPlainRoute_AreAccountAndRegion()
    {
        var parameters = (await Document())["paths"]!["/sagemaker/Echo"]!["post"]!["parameters"]!.AsArray();

        parameters.Select(parameter => parameter!["name"]!.GetValue<string>()).Should().Equal("account", "region");
    }

    [Theory]
    [InlineData("/swagger/index.html", "text/html")]
    [InlineData("/swagger/swagger-ui-bundle.js", "javascript")]
    public async Task Swagger_IsServed(string path, string contentType)
    {
        var answer = await app.Send(HttpMethod.Get, path, (byte[]?)null, null);

        answer.Status.Should().Be(200);
        answer.ContentType.Should().Contain(contentType);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry.Key == "$ref" ? [entry.Value!.GetValue<string>()] : References(entry.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private async Task<JsonNode> Document() => (await app.Send(HttpMethod.Get, "/openapi/v1.json", (byte[]?)null, null)).Json;
}
