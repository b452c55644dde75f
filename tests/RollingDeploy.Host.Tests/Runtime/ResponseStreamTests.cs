using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Runtime;

/// <summary>Streams byte for byte; the expected bytes come from another implementation of the format.</summary>
public sealed class ResponseStreamTests(TestHost host)
{
    private const string Path = "demo/invocations-response-stream";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Stream_OfAShortAnswer_IsOneFrame()
    {
        await _account.HasEndpoint();

        var answer = await _account.Runtime(Path, "1,2,3");

        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be("application/vnd.amazon.eventstream");
        answer.Header("X-Amzn-SageMaker-Content-Type").Should().Be("text/csv");
        answer.Header("x-Amzn-Invoked-Production-Variant").Should().Be("AllTraffic");
        Convert.ToHexStringLower(answer.Bytes).Should().Be(
            "0000006e000000595197ff15"
            + "0b3a6576656e742d7479706507000b5061796c6f616450617274"
            + "0d3a636f6e74656e742d747970650700186170706c69636174696f6e2f6f637465742d73747265616d"
            + "0d3a6d6573736167652d747970650700056576656e74"
            + "312c322c33"
            + "0eea61d9");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(128, 1)]
    [InlineData(129, 2)]
    [InlineData(128_001, 993)]
    public async Task Stream_OfALongAnswer_ComesInParts(int length, int parts)
    {
        await _account.HasEndpoint();

        var answer = await _account.Runtime(Path, new string('a', length));

        var frames = Frames(answer.Bytes);
        frames.Count.Should().Be(parts);
        frames.Sum().Should().Be(length);
    }

    [Fact]
    public async Task Stream_OfAModelThatErrs_IsAModelErrorBeforeItsFirstPart()
    {
        await _account.CreatesModel("ROLLINGDEPLOY_ERROR_RATE", "1");
        await _account.ServesModel();

        var answer = await _account.Runtime(Path, "1");

        answer.Status.Should().Be(424);
        answer.At("OriginalStatusCode").Should().Be("500");
    }

    [Fact]
    public async Task Stream_OfAnyLength_CountsItsFirstPart()
    {
        await _account.HasEndpoint();

        await _account.Runtime(Path, "1");

        (await _account.Sum("FirstChunkLatency")).Should().Be(await _account.Sum("ModelLatency") + await _account.Sum("OverheadLatency"));
        (await _account.Sum("MidStreamErrors")).Should().Be(0);
    }

    // The payloads' lengths.
    private static List<int> Frames(byte[] stream)
    {
        List<int> lengths = [];
        for (var at = 0; at < stream.Length;)
        {
            var total = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(stream.AsSpan(at));
            lengths.Add(total - 16 - System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(stream.AsSpan(at + 4)));
            at += total;
        }

        return lengths;
    }
}
