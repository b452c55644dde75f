using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Runtime;

/// <summary>What goes on in a world while a real server is still thinking.</summary>
public sealed class InFlightTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("invocations", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok", 200)]
    [InlineData("invocations", "HTTP/1.1 500 No\nContent-Length: 2\n\nno", 424)]
    [InlineData("invocations-response-stream", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok", 200)]
    [InlineData("invocations-response-stream", "HTTP/1.1 500 No\nContent-Length: 2\n\nno", 424)]
    public async Task Reset_BeforeTheServerHasAnswered_LeavesTheNewWorldEmpty(string way, string reply, int status)
    {
        var go = new TaskCompletionSource();
        using var server = new LoopbackServer(async stream =>
        {
            await go.Task;
            await LoopbackServer.Write(stream, reply);
        });
        await Serves(server);

        var asked = _account.Runtime($"demo/{way}", "1");
        await Eventually.Holds(() => server.Request.Length > 0, "nobody asked");
        await _account.Ours("POST reset");
        go.SetResult();

        (await asked).Status.Should().Be(status, "whoever asked is answered all the same");
        (await _account.CloudWatch("ListMetrics", "{}")).Json["Metrics"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Advance_BeforeTheServerHasAnswered_GoesOnAndCountsTheRequestWhenItWasSent()
    {
        var go = new TaskCompletionSource();
        using var server = new LoopbackServer(async stream =>
        {
            await go.Task;
            await LoopbackServer.Write(stream, "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
        });
        await Serves(server);

        var asked = _account.Invokes();
        await Eventually.Holds(() => server.Request.Length > 0, "nobody asked");
        await _account.Advances(86_400);
        go.SetResult();
        await asked;

        (await _account.Sum("Invocations")).Should().Be(1, "the first day is over, and the request belongs to it");
    }

    private async Task Serves(LoopbackServer server)
    {
        await _account.CreatesModel("ROLLINGDEPLOY_FORWARD_TO", server.Address);
        await _account.ServesModel();
    }
}
