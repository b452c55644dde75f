using System.Text;
using System.Text.Json.Nodes;

namespace RollingDeploy.Browser.Tests.Stage;

/// <summary>An account, called as other clients than the page call it.</summary>
internal sealed class Account(Uri url, string id) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = url };

    public string Id => id;

    public Uri Url => url;

    /// <summary>The address of the page.</summary>
    public string Page(string place = "") => new Uri(url, $"/?account={id}#/{place}").ToString();

    /// <summary>Calls an AWS operation, such as <c>sagemaker/CreateModel</c>.</summary>
    public Task<JsonNode?> Aws(string operation, string body) => Send(HttpMethod.Post, $"/{operation}?account={id}", body);

    /// <summary>Calls one of our own routes, such as <c>PUT clock</c>.</summary>
    public Task<JsonNode?> Ours(string route, string? body = null) =>
        Send(new(route.Split(' ')[0]), $"/_rollingdeploy/{route.Split(' ')[1]}?account={id}", body);

    public Task Advance(string how) => Ours("POST clock/advance", how);

    /// <summary>Creates two configurations and the endpoint demo, and waits until it is in service.</summary>
    public async Task HasEndpoint(string name = "demo", int instances = 4)
    {
        await Aws("sagemaker/CreateModel", """{"ModelName":"model","PrimaryContainer":{"Image":"registry/image:1"}}""");
        foreach (var config in (string[])["blue", "green"])
        {
            await Aws("sagemaker/CreateEndpointConfig", $$"""
                {"EndpointConfigName":"{{config}}","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model",
                 "InstanceType":"ml.m5.large","InitialInstanceCount":{{instances}}}]}
                """);
        }

        await Aws("sagemaker/CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"blue"}""");
        await Advance($$$"""{"until":{"endpoint":"{{{name}}}","status":"InService"}}""");
    }

    /// <summary>Puts an alarm on the 5xx errors of the endpoint demo.</summary>
    public Task HasAlarm(string name = "errors") => Aws("cloudwatch/PutMetricAlarm", new JsonObject
    {
        ["AlarmName"] = name,
        ["Namespace"] = "AWS/SageMaker",
        ["MetricName"] = "Invocation5XXErrors",
        ["Statistic"] = "Average",
        ["Period"] = 60,
        ["EvaluationPeriods"] = 1,
        ["Threshold"] = 0.05,
        ["ComparisonOperator"] = "GreaterThanThreshold",
        ["TreatMissingData"] = "notBreaching",
        ["Dimensions"] = new JsonArray(
            new JsonObject { ["Name"] = "EndpointName", ["Value"] = "demo" },
            new JsonObject { ["Name"] = "VariantName", ["Value"] = "AllTraffic" }),
    }.ToJsonString());

    /// <summary>Starts a rolling update of demo to green, in batches of one instance with bakes of two minutes.</summary>
    public Task Updates(string alarm = "errors") => Aws("sagemaker/UpdateEndpoint", $$$"""
        {"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{
         "AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"{{{alarm}}}"}]},
         "RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":120}
         }}
        """);

    public void Dispose() => _client.Dispose();

    private async Task<JsonNode?> Send(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("{0} {1}: {2}", method, path, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
