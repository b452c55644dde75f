using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>A caller in the same process uses the gateway that the web server uses: bytes in, bytes or a stream out.</summary>
public sealed class InProcessTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    private Gateway Gateway => host.Services.GetRequiredService<Gateway>();

    [Fact]
    public async Task Call_WithoutAWebServer_IsAnsweredAsOverHttp()
    {
        await _account.HasEndpoint();
        var overHttp = await _account.Plain("sagemaker/DescribeEndpoint", """{"EndpointName":"demo"}""");

        var reply = await Answer("/sagemaker/DescribeEndpoint", """{"EndpointName":"demo"}""");

        reply.Status.Should().Be(200);
        Encoding.UTF8.GetString(reply.Body.Span).Should().Be(overHttp.Text);
        reply.Headers.Should().Contain((PartitionHeaders.Account, _account.Id));
    }

    [Fact]
    public async Task Call_ThatIsRefused_HasTheErrorOfItsProtocol()
    {
        var reply = await Answer("/sagemaker/DescribeEndpoint", """{"EndpointName":"none"}""");

        reply.Status.Should().Be(400);
        Encoding.UTF8.GetString(reply.Body.Span).Should().Contain("Could not find endpoint");
    }

    [Fact]
    public async Task Stream_OfAModel_ComesInParts()
    {
        await _account.HasEndpoint();

        var reply = await Answer("/endpoints/demo/invocations-response-stream", new string('a', 300));
        using var parts = new MemoryStream();
        await reply.Stream!(parts, CancellationToken.None);

        reply.ContentType.Should().Be("application/vnd.amazon.eventstream");
        Encoding.ASCII.GetString(parts.ToArray()).Split("PayloadPart").Should().HaveCount(4, "300 bytes come in parts of 128");
    }

    private Task<Reply> Answer(string path, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = new RequestHead("POST", path, new QueryString($"?account={_account.Id}"), new HeaderDictionary { ContentLength = bytes.Length });
        return Gateway.Answer(new Request(head, PipeReader.Create(new ReadOnlySequence<byte>(bytes))), CancellationToken.None);
    }
}
