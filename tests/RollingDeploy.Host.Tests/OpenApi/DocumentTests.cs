using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Host.AutoScaling;
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
    private static readonly Service[] Services =
        [
            SageMakerService.Create(), CloudWatchService.Create(), AutoScalingService.Create(),
            StsService.Create()];

    public static TheoryData<string, string> Operations =>
        [.. Services.SelectMany(service => service.Operations.Select(operation => (service.Route!, operation.Name)))];

    [Fact]
    public async Task Document_OfTheHost_ListsEveryRouteOfOurs()
    {
        var document = await Document();

        var routes = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}"));
        routes.Where(route => !route.StartsWith("post /sagemaker/", StringComparison.Ordinal)
            && !route.StartsWith("post /cloudwatch/", StringComparison.Ordinal)
            && !route.StartsWith("post /application-autoscaling/", StringComparison.Ordinal)
            && !route.StartsWith("post /sts/", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "get /health",
            "get /_rollingdeploy/health",
            "post /_rollingdeploy/reset",
            "get /_rollingdeploy/events", "get /_rollingdeploy/state", "put /_rollingdeploy/state",
            "get /_rollingdeploy/clock",
            "post /_rollingdeploy/plan", "get /_rollingdeploy/endpoints/{name}/deployments/{id}/report",
            "put /_rollingdeploy/clock",
            "post /_rollingdeploy/clock/advance",
            "get /_rollingdeploy/endpoints",
            "get /_rollingdeploy/endpoints/{name}",
            "get /_rollingdeploy/endpoints/{name}/alarms",
            "get /_rollingdeploy/endpoints/{name}/deployments",
            "get /_rollingdeploy/endpoints/{name}/deployments/{id}",
            "get /_rollingdeploy/endpoints/{name}/journal",
            "get /_rollingdeploy/endpoints/{name}/invocations/{id}",
            "post /endpoints/{EndpointName}/invocations",
            "post /endpoints/{EndpointName}/invocations-response-stream",
            "post /endpoints/{EndpointName}/async-invocations",
            "put /_rollingdeploy/models/{name}/behavior",
            "get /_rollingdeploy/models/{name}/behavior",
            "delete /_rollingdeploy/models/{name}/behavior",
            "put /_rollingdeploy/endpoints/{name}/traffic",
            "get /_rollingdeploy/endpoints/{name}/traffic",
            "delete /_rollingdeploy/endpoints/{name}/traffic",
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

        var body = described["requestBody"]!["content"]!["application/json"]!;
        var example = body["example"] ?? body["examples"]?.AsObject().First().Value!["value"];
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
    [InlineData(
        "FaultKind", "insufficientCapacity pingFailure slowLaunch instanceCrash alarmPermissionDenied throttling internalError")]
    [InlineData("FleetSide", "old new")]
    [InlineData("DeploymentPolicy", "default allAtOnce canary linear rolling")]
    public async Task Schema_OfAnEnum_ListsItsWords(string schema, string words)
    {
        var names = (await Document())["components"]!["schemas"]!.AsObject().Where(each => each.Key.EndsWith(schema, StringComparison.Ordinal));

        names.Should().NotBeEmpty();
        names.First().Value!["enum"]!.AsArray().Select(word => word?.GetValue<string>()).OfType<string>()
            .Should().BeEquivalentTo(words.Split(' '));
    }

    [Theory]
    [InlineData("invocations", "200", "EndpointName,X-Amzn-SageMaker-Custom-Attributes,X-Amzn-SageMaker-Target-Model,X-Amzn-SageMaker-Target-Variant,X-Amzn-SageMaker-Target-Container-Hostname,X-Amzn-SageMaker-Inference-Id,X-Amzn-SageMaker-Enable-Explanations,X-Amzn-SageMaker-Inference-Component,X-Amzn-SageMaker-Session-Id,X-Amzn-SageMaker-Prefix-Aware-Id,account,region")]
    [InlineData("async-invocations", "202", "EndpointName,X-Amzn-SageMaker-Content-Type,X-Amzn-SageMaker-Accept,X-Amzn-SageMaker-Custom-Attributes,X-Amzn-SageMaker-Inference-Id,X-Amzn-SageMaker-InputLocation,X-Amzn-SageMaker-S3OutputPathExtension,X-Amzn-SageMaker-Filename,X-Amzn-SageMaker-RequestTTLSeconds,X-Amzn-SageMaker-InvocationTimeoutSeconds,account,region")]
    public async Task Operation_OfTheRuntime_IsListedWithWhatStandsInItsPathAndHeaders(
        string path, string status, string parameters)
    {
        var described = (await Document())["paths"]![$"/endpoints/{{EndpointName}}/{path}"]!["post"]!;

        described["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>()).Should().Equal(parameters.Split(','));
        described["parameters"]![0]!["example"]!.GetValue<string>().Should().Be("demo");
        described["responses"]!.AsObject().Should().ContainKeys(status, "default");
        described["requestBody"].Should().NotBeNull("an asynchronous input can be in the request too");
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
        await account.HasEndpoint();
        var paths = (await Document())["paths"]!.AsObject();
        (string, string)[] routes =
        [
            ("clock", "put"), ("clock/advance", "post"), ("models/{name}/behavior", "put"), ("endpoints/{name}/traffic", "put"),
        ];

        foreach (var (path, method) in routes)
        {
            foreach (var example in ExamplesOf(paths[$"/_rollingdeploy/{path}"]![method]!))
            {
                (await account.Ours($"{method.ToUpperInvariant()} {path.Replace("{name}", "demo", StringComparison.Ordinal)}", example.ToJsonString())).Status.Should().BeInRange(200, 201);
            }
        }
    }

    [Fact]
    public async Task Examples_OfFaults_AreAcceptedAndShowEveryKind()
    {
        var account = host.NewAccount();
        var body = (await Document())["paths"]!["/_rollingdeploy/faults"]!["post"]!["requestBody"]!["content"]!["application/json"]!;
        var kinds = new HashSet<string>();

        foreach (var (name, example) in body["examples"]!.AsObject())
        {
            var answer = await account.Ours("POST faults", example!["value"]!.ToJsonString());

            answer.Status.Should().Be(201, name);
            kinds.Add(answer.At("kind")!);
        }

        kinds.Should().HaveCount(Enum.GetValues<Core.Faults.FaultKind>().Length);
    }

    [Fact]
    public async Task Examples_OfQuotas_AreAccepted()
    {
        var example = (await Document())["paths"]!["/_rollingdeploy/quotas/{instanceType}"]!["put"]!
            ["requestBody"]!["content"]!["application/json"]!["example"]!;

        (await host.NewAccount().Ours("PUT quotas/ml.m5.large", example.ToJsonString())).Status.Should().Be(200);
    }

    private static IEnumerable<JsonNode> ExamplesOf(JsonNode operation) =>
        operation["requestBody"]!["content"]!["application/json"]! is var body && body["example"] is { } only
            ? [only]
            : body["examples"]!.AsObject().Select(each => each.Value!["value"]!);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry =>
            entry is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(entry.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private async Task<JsonNode> Document() => (await host.NewAccount().Send(HttpMethod.Get, "/openapi/v1.json", null, null)).Json;
}
