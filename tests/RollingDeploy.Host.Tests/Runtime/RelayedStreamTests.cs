using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.Runtime;
using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Runtime;

/// <summary>Streams of real servers: a part is passed on when the server sends it, and not when all have come.</summary>
public sealed class RelayedStreamTests(TestHost host)
{
    private const string Chunked = "HTTP/1.1 200 OK\nContent-Type: text/plain\nTransfer-Encoding: chunked\n\n";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Stream_OfARealServer_PassesEachPartOnAtOnce()
    {
        var seen = new SemaphoreSlim(0);
        using var server = new LoopbackServer(async stream =>
        {
            await LoopbackServer.Write(stream, Chunked);
            foreach (var word in (string[])["one", "two", "six"])
            {
                await LoopbackServer.Write(stream, $"3\n{word}\n");
                await seen.WaitAsync();
            }

            await LoopbackServer.Write(stream, "0\n\n");
        });
        await Forwards(server);

        using var response = await Asks();
        await using var body = await response.Content.ReadAsStreamAsync();

        response.Headers.GetValues("X-Amzn-SageMaker-Content-Type").Should().Equal("text/plain");
        foreach (var word in (string[])["one", "two", "six"])
        {
            (await Frame(body)).Should().Be(("PayloadPart", word), "the server sends no more before this one is here");
            (await _account.Sum("Invocations")).Should().Be(0, "it is counted when it has ended");
            seen.Release();
        }

        (await body.ReadAsync(new byte[1])).Should().Be(0);
        (await _account.Sum("Invocations")).Should().Be(1);
        (await _account.Sum("MidStreamErrors")).Should().Be(0);
        server.Request.Should().StartWith("POST /invocations HTTP/1.1").And.EndWith("question");
    }

    [Fact]
    public async Task Stream_OfALongPart_ComesInPartsOfALimit()
    {
        const int Length = 1_000_000;
        using var server = new LoopbackServer(async stream =>
        {
            await LoopbackServer.Write(stream, $"HTTP/1.1 200 OK\nContent-Length: {Length}\n\n");
            await stream.WriteAsync(new byte[Length]);
        });
        await Forwards(server);

        using var response = await Asks();
        await using var body = await response.Content.ReadAsStreamAsync();

        var lengths = new List<int>();
        while (await Frame(body) is { } frame)
        {
            lengths.Add(frame.Text.Length);
        }

        lengths.Sum().Should().Be(Length);
        lengths.Should().OnlyContain(length => length <= ForwardedAnswer.LongestPart);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 No\nContent-Length: 4\n\nbusy", "503", "busy")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 9\n\n", "0", "The response of the model's server was interrupted:*")]
    [InlineData("nonsense", "0", "The model's server at *")]
    public async Task Stream_ThatFailsBeforeItsFirstPart_IsAModelError(string reply, string status, string message)
    {
        using var server = new LoopbackServer(reply);
        await Forwards(server);

        var answer = await _account.Runtime("demo/invocations-response-stream", "1");

        answer.Status.Should().Be(424);
        answer.At("OriginalStatusCode").Should().Be(status);
        answer.At("OriginalMessage").Should().Match(message);
        (await _account.Sum("Invocation5XXErrors")).Should().Be(1);
        (await _account.Sum("MidStreamErrors")).Should().Be(0);
    }

    [Fact]
    public async Task Stream_OfNothing_IsAnEmptyStream()
    {
        using var server = new LoopbackServer("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
        await Forwards(server);

        var answer = await _account.Runtime("demo/invocations-response-stream", "1");

        answer.Status.Should().Be(200);
        answer.Bytes.Should().BeEmpty();
        (await _account.Sum("Invocations")).Should().Be(1);
    }

    [Fact]
    public async Task Stream_WithoutEnd_IsBrokenOffAfterEightMinutes()
    {
        await using var own = TestHost.With();
        var account = own.NewAccount();
        using var server = new LoopbackServer(OnePartAndNoMore);
        await Forwards(server, account);

        using var response = await Asks(own, account);
        await using var body = await response.Content.ReadAsStreamAsync();
        (await Frame(body)).Should().Be(("PayloadPart", "one"));
        own.Time.Advance(Forwarder.Limit);
        var next = Frame(body);
        next.IsCompleted.Should().BeFalse("only its beginning has to come within a minute");
        own.Time.Advance(Forwarder.StreamLimit);

        var (name, text) = (await next)!.Value;
        name.Should().Be("ModelStreamError");
        text.Should().Contain("\"ErrorCode\":\"ModelInvocationTimeExceeded\"");
        (await account.Sum("MidStreamErrors")).Should().Be(1);
    }

    [Fact]
    public async Task Stream_WhoseReaderGoesAway_IsCountedAllTheSame()
    {
        using var server = new LoopbackServer(OnePartAndNoMore);
        await Forwards(server);

        using (var response = await Asks())
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            await Frame(body);
        }

        await Eventually.Holds(
            () => _account.World.Read(world => world.Regions.Single().Metrics.All.Any(metric => metric.Id.Name == "MidStreamErrors")), "it was forgotten");
        (await _account.Sum("Invocations")).Should().Be(1);
        (await _account.Sum("MidStreamErrors")).Should().Be(0);
    }

    [Fact]
    public async Task Guarded_WhereWeFailOurselves_EndsInAnInternalStreamFailure()
    {
        var streams = new ResponseStreams(null!, NullLogger<ResponseStreams>.Instance);

        var events = await streams.Guarded(Failing(), "r").ToListAsync();

        events.Should().HaveCount(2);
        events[0].PayloadPart!.Bytes.Should().Equal(1);
        events[1].InternalStreamFailure!.Message.Should().Be("RollingDeploy failed to process the stream. See its log for request ID r.");
    }

    private static async IAsyncEnumerable<ResponseStream> Failing()
    {
        yield return new() { PayloadPart = new() { Bytes = [1] } };
        await Task.Yield();
        throw new InvalidOperationException("A defect.");
    }

    private static async Task OnePartAndNoMore(NetworkStream stream)
    {
        await LoopbackServer.Write(stream, Chunked + "3\none\n");
        await Task.Delay(Timeout.Infinite);
    }

    private async Task Forwards(LoopbackServer server, Account? account = null)
    {
        account ??= _account;
        (await account.CreatesModel("ROLLINGDEPLOY_FORWARD_TO", server.Address)).Status.Should().Be(200);
        await account.ServesModel();
    }

    private Task<HttpResponseMessage> Asks(TestHost? own = null, Account? account = null) =>
        (own ?? host).CreateClient().SendAsync(
        new HttpRequestMessage(HttpMethod.Post, $"/endpoints/demo/invocations-response-stream?account={(account ?? _account).Id}") { Content = new StringContent("question") },
        HttpCompletionOption.ResponseHeadersRead);

    // The event's name and payload; null at the end.
    private static async Task<(string Name, string Text)?> Frame(Stream body)
    {
        var prelude = new byte[12];
        if (await body.ReadAtLeastAsync(prelude, 12, throwOnEndOfStream: false) == 0)
        {
            return null;
        }

        var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(prelude) - 12];
        await body.ReadExactlyAsync(rest);
        var headers = BinaryPrimitives.ReadInt32BigEndian(prelude.AsSpan(4));
        var payload = Encoding.ASCII.GetString(rest, headers, rest.Length - headers - 4);
        var head = Encoding.ASCII.GetString(rest, 0, headers);
        var name = (string[])["PayloadPart", "ModelStreamError", "InternalStreamFailure"];
        return (name.Single(each => head.Contains(each)), payload);
    }
}
