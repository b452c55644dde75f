using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>Bodies that the server cannot read, over a real socket: a refusal in the caller's protocol, never a 500.</summary>
public sealed class UnreadableBodyTests(SocketHost host) : IClassFixture<SocketHost>
{
    private const string Post = "POST / HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n";
    private const string Unread = "The request body could not be read.";

    // A size that is beyond 31 bits, beyond 64, no number, and a chunk that is longer than it says.
    public static TheoryData<string> Chunks =>
        ["FFFFFFFF\r\nabc", "FFFFFFFFFFFFFFFFFF\r\nabc", "-1\r\nabc", "zz\r\nabc", "\r\n", "3\r\nabcdef\r\n0\r\n\r\n", "3 x\r\nabc\r\n0\r\n\r\n"];

    [Theory]
    [MemberData(nameof(Chunks))]
    public async Task Json_InBadChunks_IsASerializationException(string chunks)
    {
        foreach (var more in (string[])["", "\nContent-Encoding: gzip"])
        {
            var (status, type, body) = await host.Send($"{Post}X-Amz-Target: SageMaker.ListModels{more}", chunks);

            (status, type).Should().Be((400, "application/x-amz-json-1.1"));
            body.Should().Be($$"""{"__type":"SerializationException","message":"{{Unread}}"}""");
        }
    }

    [Theory]
    [MemberData(nameof(Chunks))]
    public async Task Form_InBadChunks_IsMalformedInput(string chunks)
    {
        var (status, type, body) = await host.Send($"{Post}Content-Type: application/x-www-form-urlencoded", chunks);

        (status, type).Should().Be((400, "text/xml"));
        body.Should().Contain($"<Code>MalformedInput</Code><Message>{Unread}</Message>");
    }

    [Theory]
    [MemberData(nameof(Chunks))]
    public async Task Cbor_InBadChunks_IsASerializationException(string chunks)
    {
        var (status, type, body) = await host.Send(
            $"{Post.Replace("POST /", "POST /service/GraniteServiceVersion20100801/operation/ListMetrics", StringComparison.Ordinal)}Smithy-Protocol: rpc-v2-cbor", chunks);

        (status, type).Should().Be((400, "application/cbor"));
        body.Should().Contain("SerializationException").And.Contain(Unread);
    }

    [Theory]
    [MemberData(nameof(Chunks))]
    public async Task Payload_InBadChunks_IsAValidationError(string chunks)
    {
        var (status, type, body) = await host.Send(Post.Replace("POST /", "POST /endpoints/e/invocations", StringComparison.Ordinal).TrimEnd(), chunks);

        (status, type).Should().Be((400, "application/json"));
        body.Should().Contain("ValidationError").And.Contain(Unread);
    }

    [Theory]
    [MemberData(nameof(Chunks))]
    public async Task OurRoute_InBadChunks_IsAProblem(string chunks)
    {
        foreach (var route in (string[])["PUT /_rollingdeploy/clock", "POST /_rollingdeploy/faults", "PUT /_rollingdeploy/quotas/models"])
        {
            var (status, type, body) = await host.Send(Post.Replace("POST /", route, StringComparison.Ordinal).TrimEnd(), chunks);

            (status, type).Should().Be((400, "application/problem+json"));
            body.Should().Contain(Unread);
        }
    }

    [Fact]
    public async Task OurRoute_WithAHugeBody_IsTooLarge()
    {
        var (status, type, body) = await host.Send("PUT /_rollingdeploy/clock HTTP/1.1\nHost: localhost\nContent-Length: 4194305", "{");

        (status, type).Should().Be((413, "application/problem+json"));
        body.Should().Contain("The request body is larger than 4194304 bytes.");
    }
}
