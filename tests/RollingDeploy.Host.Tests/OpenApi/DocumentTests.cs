using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.Sts;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Tests.OpenApi;

/// <summary>The document of the whole host: everything that answers is in it, with what a caller must know.</summary>
public sealed class DocumentTests(TestHost host)
{
    private static readonly Service[] Services = [SageMakerService.Create(), CloudWatchService.Create(), StsService.Create()];

    public static TheoryData<string, string> Operations =>
        [.. Services.SelectMany(service => service.Operations.Select(operation => (service.Route, operation.Name)))];

    [Fact]
    public async Task Document_OfTheHost_ListsEveryRouteOfOurs()
    {
        var document = await Document();

        var routes = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}"));
        routes.Where(route => !route.StartsWith("post /sagemaker/", StringComparison.Ordinal)
            && !route.StartsWith("post /cloudwatch/", StringComparison.Ordinal)
            && !route.StartsWith("post /sts/", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "get /health",
            "get /_rollingdeploy/health",
            "post /_rollingdeploy/reset",
            "get /_rollingdeploy/clock",
            "put /_rollingdeploy/clock",
            "post /_rollingdeploy/clock/advance",
            "get /_rollingdeploy/endpoints/{name}/deployments",
            "get /_rollingdeploy/endpoints/{name}/deployments/{id}",
            "get /_rollingdeploy/endpoints/{name}/journal",
            "post /_rollingdeploy/faults",
            "get /_rollingdeploy/faults",
            "delete /_rollingdeploy/faults/{id}",
            "get /_rollingdeploy/inference-components/{name}/deployments",
            "get /_rollingdeploy/inference-components/{name}/deployments/{id}",
            "get /_rollingdeploy/quotas",
            "get /_rollingdeploy/quotas/{instanceType}",
            "put /_rollingdeploy/quotas/{instanceType}");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_OfAService_IsListedWithAnExampleThatIsValid(string route, string name)
    {
        var operation = Array.Find(Services, service => service.Route == route)!.Find(name)!;

        var described = (await Document())["paths"]![$"/{route}/{name}"]!["post"]!;

        var example = described["requestBody"]!["content"]!["application/json"]!["example"];
        (example is null).Should().Be(operation.Input.Properties.Count == 0, "without an example Swagger UI fills every member in");
        var input = JsonSerializer.Deserialize(example?.ToJsonString() ?? "{}", operation.Input)!;
        var validate = () => RequestValidator.Validate(input, operation.Input);
        validate.Should().NotThrow(example?.ToJsonString());
        described["responses"]!.AsObject().Should().ContainKeys("200", "default");
    }

    [Theory]
    [InlineData("SageMaker.CapacitySize.Type", "enum", """["INSTANCE_COUNT","CAPACITY_PERCENT"]""")]
    [InlineData("SageMaker.RollingUpdatePolicy.WaitIntervalInSeconds", "maximum", "3600")]
    [InlineData("SageMaker.RollingUpdatePolicy.MaximumExecutionTimeoutInSeconds", "minimum", "600")]
    [InlineData("SageMaker.CreateModelInput.ModelName", "maxLength", "63")]
    [InlineData("CloudWatch.SetAlarmStateInput.StateValue", "enum", """["INSUFFICIENT_DATA","ALARM","OK"]""")]
    [InlineData("CloudWatch.DescribeAlarmsInput.MaxRecords", "maximum", "100")]
    [InlineData("ClockChange.speed", "maximum", "1000000")]
    [InlineData("FaultRequest.atInstance", "minimum", "1")]
    public async Task Schema_OfAMember_HasItsConstraint(string member, string keyword, string expected)
    {
        var schemas = (await Document())["components"]!["schemas"]!;
        var (schema, property) = (member[..member.LastIndexOf('.')], member[(member.LastIndexOf('.') + 1)..]);

        var described = schemas[schema]!["properties"]![property]![keyword]!;

        described.ToJsonString().Should().Be(expected);
    }

    [Theory]
    [InlineData("ClockMode", "real scaled frozen skip")]
    [InlineData("FaultKind", "insufficientCapacity")]
    [InlineData("FleetSide", "old new")]
    [InlineData("DeploymentPolicy", "default allAtOnce canary linear rolling")]
    public async Task Schema_OfAnEnum_ListsItsWords(string schema, string words)
    {
        var names = (await Document())["components"]!["schemas"]!.AsObject().Where(each => each.Key.EndsWith(schema, StringComparison.Ordinal));

        names.Should().NotBeEmpty();
        names.First().Value!["enum"]!.AsArray().Select(word => word?.GetValue<string>()).OfType<string>()
            .Should().BeEquivalentTo(words.Split(' '));
    }

    [Fact]
    public async Task Document_OfTheHost_ResolvesEveryReference()
    {
        var document = await Document();

        foreach (var reference in References(document))
        {
            reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, step) => node?[step]).Should().NotBeNull(reference);
        }
    }

    [Fact]
    public async Task Examples_OfOurRoutes_AreAccepted()
    {
        var account = host.NewAccount();
        var paths = (await Document())["paths"]!.AsObject();

        foreach (var (path, method) in ((string, string)[])[("clock", "put"), ("clock/advance", "post"), ("faults", "post")])
        {
            var example = paths[$"/_rollingdeploy/{path}"]![method]!["requestBody"]!["content"]!["application/json"]!["example"]!;

            (await account.Ours($"{method.ToUpperInvariant()} {path}", example.ToJsonString())).Status.Should().BeInRange(200, 201);
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry =>
            entry is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(entry.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private async Task<JsonNode> Document() => (await host.NewAccount().Send(HttpMethod.Get, "/openapi/v1.json", null, null)).Json;
}
