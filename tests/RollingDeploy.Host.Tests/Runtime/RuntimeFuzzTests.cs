using System.Net;
using System.Net.Http.Headers;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Runtime;

/// <summary>Headers and paths that nobody should send: whatever they are, the answer is the runtime's, and never a 500.</summary>
public sealed class RuntimeFuzzTests(TestHost host)
{
    private const int Requests = 2000;

    private static readonly string[] Headers =
    [
        "Content-Type", "Accept", "X-Amzn-SageMaker-Accept", "X-Amzn-SageMaker-Content-Type", "X-Amzn-SageMaker-Custom-Attributes", "X-Amzn-SageMaker-Target-Model",
        "X-Amzn-SageMaker-Target-Variant", "X-Amzn-SageMaker-Target-Container-Hostname", "X-Amzn-SageMaker-Inference-Id",
        "X-Amzn-SageMaker-Enable-Explanations", "X-Amzn-SageMaker-Inference-Component", "X-Amzn-SageMaker-Session-Id",
        "X-Amzn-SageMaker-InputLocation", "X-Amzn-SageMaker-S3OutputPathExtension", "X-Amzn-SageMaker-Filename",
        "X-Amzn-SageMaker-RequestTTLSeconds", "X-Amzn-SageMaker-InvocationTimeoutSeconds", "X-Amz-Target", "Smithy-Protocol", "Content-Encoding",
    ];

    private static readonly string[] Values =
    [
        "", " ", "AllTraffic", "NEW_SESSION", "text/csv", "s3://b/k", "https://", "60", "-1", "1e9", "0x10", "99999999999999999999", "ä€", "\u0001", "a\tb",
        "\"", "{}", "$(x)", "../..", "%00", new string('a', 5000), "rpc-v2-cbor", "SageMaker.ListModels", "a,b;c=d", "null",
    ];

    private static readonly string[] Paths =
    [
        "demo/invocations", "demo/invocations-response-stream", "demo/async-invocations", "demo/invocations/", "demo//invocations", "/invocations",
        "%2e%2e/invocations", "a%2Fb/invocations", "%01/invocations", "ä/invocations", "demo/other", "demo%20/invocations", "DEMO/invocations",
    ];

    [Fact]
    public async Task Request_OfAnyHeadersAndPath_IsNeverA500()
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        var client = host.CreateClient();
        var random = new Random(5);
        List<string> problems = [];
        var good = 0;

        for (var i = 0; i < Requests && problems.Count < 3; i++)
        {
            var path = Paths[i % 3 == 0 ? random.Next(Paths.Length) : random.Next(3)];
            using var request =
                new HttpRequestMessage(HttpMethod.Post, $"/endpoints/{path}?account={account.Id}") { Content = new ByteArrayContent(new byte[random.Next(300)]) };
            var told = path;
            for (var n = random.Next(4); n > 0; n--)
            {
                var (name, value) = (Headers[random.Next(Headers.Length)], Values[random.Next(Values.Length)]);
                _ = Add(request.Headers, name, value) || Add(request.Content.Headers, name, value);
                told += $" | {name}: {value}";
            }

            using var response = await client.SendAsync(request);
            good += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
            if ((int)response.StatusCode is not (200 or 202 or (>= 400 and < 500)))
            {
                problems.Add($"{(int)response.StatusCode} for {told}");
            }
        }

        problems.Should().BeEmpty();
        good.Should().BeGreaterThan(Requests / 10, "otherwise it was only the door that was knocked at");
    }

    private static bool Add(HttpHeaders headers, string name, string value) => headers.TryAddWithoutValidation(name, value);
}
