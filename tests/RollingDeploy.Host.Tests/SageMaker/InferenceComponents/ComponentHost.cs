using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.SageMaker.InferenceComponents;

/// <summary>
/// An account that no other test has, with a frozen clock, two models and an endpoint <c>e</c> on two instances that hosts
/// inference components.
/// </summary>
internal sealed class ComponentHost(HttpClient client, string account)
{
    public const string Needs = """{"MinMemoryRequiredInMb":1024}""";

    private const string OneGigabyte = $$"""{"ModelName":"m1","ComputeResourceRequirements":{{Needs}} }""";

    private static int _accounts;

    public static async Task<ComponentHost> Open(WebApplicationFactory<Program> host, string scaling = "")
    {
        var number = Interlocked.Increment(ref _accounts);
        var stage = new ComponentHost(host.CreateClient(), (300_000_000_000 + number).ToString(CultureInfo.InvariantCulture));
        await stage.Ours(HttpMethod.Put, "clock", """{"mode":"frozen"}""");
        foreach (var model in new[] { "m1", "m2" })
        {
            await stage.Call("CreateModel", $$"""
                {"ModelName":"{{model}}","PrimaryContainer":{"Image":"image:{{model}}"},
                 "ExecutionRoleArn":"arn:aws:iam::123456789012:role/r"}
                """);
        }

        await stage.Call("CreateEndpointConfig", $$"""
            {"EndpointConfigName":"host","ExecutionRoleArn":"arn:aws:iam::123456789012:role/r","ProductionVariants":[
              {"VariantName":"a","InstanceType":"ml.m5.large","InitialInstanceCount":2{{scaling}}}]}
            """);
        await stage.Call("CreateEndpoint", """{"EndpointName":"e","EndpointConfigName":"host"}""");
        await stage.Advance(10);
        return stage;
    }

    public string Account => account;

    public string Arn(string kind, string name) => $"arn:aws:sagemaker:us-east-1:{account}:{kind}/{name}";

    /// <summary>An operation that is to succeed.</summary>
    public async Task<JsonNode?> Call(string operation, string body)
    {
        var answer = await Send(HttpMethod.Post, $"/sagemaker/{operation}", body);
        answer.Status.Should().Be(200, answer.Text);
        return answer.Bytes.Length == 0 ? null : answer.Json;
    }

    /// <summary>An operation that is to be refused; what it says.</summary>
    public async Task<string> Refusal(string operation, string body)
    {
        var answer = await Send(HttpMethod.Post, $"/sagemaker/{operation}", body);
        answer.Status.Should().Be(400, answer.Text);
        answer.Json["__type"]!.GetValue<string>().Should().Be("ValidationException");
        return answer.Json["message"]!.GetValue<string>();
    }

    public async Task<JsonNode> Ours(HttpMethod method, string path, string? body = null)
    {
        var answer = await Send(method, $"/_rollingdeploy/{path}", body);
        answer.Status.Should().BeInRange(200, 299, answer.Text);
        return answer.Json;
    }

    /// <summary>A specification of <c>m1</c> whose copies take so much memory: eight gigabytes are an instance.</summary>
    public static string Taking(int megabytes) =>
        $$"""{"ModelName":"m1","ComputeResourceRequirements":{"MinMemoryRequiredInMb":{{megabytes}}} }""";

    public Task<JsonNode?> Scale(int copies) => Call(
        "UpdateInferenceComponentRuntimeConfig",
        $$"""{"InferenceComponentName":"c","DesiredRuntimeConfig":{"CopyCount":{{copies}}} }""");

    public Task<JsonNode> Advance(double seconds) => Ours(
        HttpMethod.Post, "clock/advance", $$"""{"seconds":{{seconds.ToString(CultureInfo.InvariantCulture)}}}""");

    /// <summary>Creates a component and waits for its copies.</summary>
    public async Task<ComponentHost> Component(string name = "c", int copies = 2, string specification = OneGigabyte)
    {
        await Call("CreateInferenceComponent", $$"""
            {"InferenceComponentName":"{{name}}","EndpointName":"e","VariantName":"a","Specification":{{specification}},
             "RuntimeConfig":{"CopyCount":{{copies}} } }
            """);
        await Advance(60);
        return this;
    }

    /// <summary>An adapter of <c>c</c>: it has no copies of its own, and reserves nothing.</summary>
    public async Task<ComponentHost> Adapter(string name = "adapter")
    {
        await Call("CreateInferenceComponent", $$"""
            {"InferenceComponentName":"{{name}}","EndpointName":"e",
             "Specification":{"BaseInferenceComponentName":"c","Container":{"ArtifactUrl":"s3://b/a.tar.gz"} } }
            """);
        await Advance(20);
        return this;
    }

    public async Task<JsonNode> Describe(string name = "c") =>
        (await Call("DescribeInferenceComponent", $$"""{"InferenceComponentName":"{{name}}"}"""))!;

    public async Task<Answer> Send(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, $"{path}?account={account}")
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var response = await client.SendAsync(request);
        return await Answer.Of(response);
    }
}
