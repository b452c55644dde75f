using System.Text;
using RollingDeploy.Core;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Tests.CloudWatch;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>One account of a host, called as AWS's clients and people call it.</summary>
public sealed class Account(TestHost host, string id)
{
    private readonly HttpClient _client = host.CreateClient();

    public string Id => id;

    internal WorldSession Session => host.Worlds.ForWriting(id);

    internal World World => host.Worlds.ForReading(id).World;

    /// <summary>SageMaker by awsJson1.1.</summary>
    public Task<Answer> SageMaker(string operation, string body, string region = "us-east-1") =>
        Send(HttpMethod.Post, "/", body, "application/x-amz-json-1.1", ("X-Amz-Target", $"SageMaker.{operation}"), Signed("sagemaker", region));

    /// <summary>The same with a body of any bytes.</summary>
    public Task<Answer> SageMaker(string operation, byte[] body) =>
        Send(HttpMethod.Post, "/", body, "application/x-amz-json-1.1", ("X-Amz-Target", $"SageMaker.{operation}"), Signed("sagemaker"));

    /// <summary>Application Auto Scaling by awsJson1.1.</summary>
    public Task<Answer> AutoScaling(string operation, string body) =>
        Send(HttpMethod.Post, "/", body, "application/x-amz-json-1.1",
            ("X-Amz-Target", $"AnyScaleFrontendService.{operation}"), Signed("application-autoscaling"));

    /// <summary>CloudWatch by awsJson1.0. What only reads is asked by rpc-v2-cbor too, and must be answered the same.</summary>
    public async Task<Answer> CloudWatch(string operation, string body)
    {
        var answer = await Send(HttpMethod.Post, "/", body, "application/x-amz-json-1.0",
            ("X-Amz-Target", $"GraniteServiceVersion20100801.{operation}"), Signed("monitoring"));
        if (answer.Status == 200 && (operation.StartsWith("Describe") || operation.StartsWith("Get") || operation.StartsWith("List")))
        {
            await this.RequireSameByCbor(operation, body, answer);
        }

        return answer;
    }

    /// <summary>CloudWatch by rpc-v2-cbor, from a client that asks for the query protocol's error codes too.</summary>
    public Task<Answer> Cbor(string operation, byte[] body) =>
        Send(HttpMethod.Post, $"/service/GraniteServiceVersion20100801/operation/{operation}", body, "application/cbor",
            ("Smithy-Protocol", "rpc-v2-cbor"), ("x-amzn-query-mode", "true"), Signed("monitoring"));

    /// <summary>CloudWatch by the query protocol.</summary>
    public Task<Answer> Query(string form) =>
        Send(HttpMethod.Post, "/", $"{form}&Version=2010-08-01", "application/x-www-form-urlencoded; charset=utf-8", Signed("monitoring"));

    /// <summary>
    /// The runtime, by the last part of its path: <c>invocations</c>, <c>invocations-response-stream</c>,
    /// <c>async-invocations</c>.
    /// </summary>
    public Task<Answer> Runtime(string path, string? body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, $"/endpoints/{path}", body, "text/csv", [.. headers, Signed("sagemaker")]);

    /// <summary>Asks the endpoint demo.</summary>
    public Task<Answer> Invokes(string body = "1,2,3", params (string Name, string Value)[] headers) => Runtime("demo/invocations", body, headers);

    /// <summary>An AWS operation by its plain route, such as <c>sagemaker/ListModels</c>.</summary>
    public Task<Answer> Plain(string route, string body) =>
        Send(HttpMethod.Post, $"/{route}?account={id}", body, "application/json");

    /// <summary>A route of ours, such as <c>GET clock</c>.</summary>
    public Task<Answer> Ours(string route, string? body = null, string region = "us-east-1")
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        return Send(new HttpMethod(method), $"/_rollingdeploy/{path}?account={id}&region={region}", body, "application/json");
    }

    public Task<Answer> Send(
        HttpMethod method, string path, string? body, string? contentType, params (string Name, string Value)[] headers) =>
        Send(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), contentType, headers);

    private async Task<Answer> Send(
        HttpMethod method, string path, byte[]? body, string? contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            _ = contentType is not null && request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var (name, value) in headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request);
        return await Answer.Of(response);
    }

    private (string Name, string Value) Signed(string service, string region = "us-east-1") =>
        ("Authorization", $"AWS4-HMAC-SHA256 Credential={id}/20300101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
}
