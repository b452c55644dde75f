using System.Net;
using System.Text;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Runtime;

/// <summary>Models with a real server on this machine.</summary>
public sealed class ForwardTests(TestHost host)
{
    private const string Good = """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Content-Length: 15

        {"score": 0.75}
        """;

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Invoke_OfAModelThatForwards_AsksItsServerAndCountsTheAnswer()
    {
        using var server = new LoopbackServer(Good);
        await Forwards(server.Address + "/base/");

        var answer = await _account.Invokes("1,2,3", ("X-Amzn-SageMaker-Custom-Attributes", "trace=7"), ("X-Other", "stripped"), ("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"), ("Accept", "application/json"));

        answer.Status.Should().Be(200, answer.Text);
        answer.Text.Should().Be("""{"score": 0.75}""");
        answer.ContentType.Should().Be("application/json");
        answer.Header("X-Amzn-SageMaker-Custom-Attributes").Should().BeNull("the model has to send them back");
        server.Request.Should().StartWith("POST /base/invocations HTTP/1.1").And.EndWith("\r\n\r\n1,2,3")
            .And.Contain("Content-Type: text/csv").And.Contain("Accept: application/json").And.Contain("X-Amzn-SageMaker-Custom-Attributes: trace=7").And.NotContain("stripped").And.NotContain("traceparent").And.NotContain("Authorization");
        (await _account.Sum("Invocations")).Should().Be(1);
        (await _account.Sum("Invocation5XXErrors")).Should().Be(0);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 No\nContent-Length: 4\n\nbusy", "503", "busy", "Invocation5XXErrors")]
    [InlineData("HTTP/1.1 415 No\nContent-Length: 4\n\nkind", "415", "kind", "Invocation4XXErrors")]
    [InlineData("HTTP/1.1 302 Away\nLocation: http://example.com/\nContent-Length: 4\n\naway", "302", "away", "Invocation5XXErrors")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 9\n\nbroken", "0", "The response of the model's server was interrupted:*", "Invocation5XXErrors")]
    [InlineData("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\nabcd", "0", "The response of the model's server was interrupted:*", "Invocation5XXErrors")]
    [InlineData("HTTP/1.1 100 Continue\n\n", "0", "The model's server at http://127.0.0.1:*", "Invocation5XXErrors")]
    [InlineData("HTTP/1.1 999 Odd\nContent-Length: 0\n\n", "999", "*", "Invocation5XXErrors")]
    [InlineData("HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\nConnection: Upgrade\n\n", "101", "*", "Invocation5XXErrors")]
    [InlineData("", "0", "The model's server at http://127.0.0.1:*", "Invocation5XXErrors")]
    [InlineData("what?", "0", "The model's server at http://127.0.0.1:*", "Invocation5XXErrors")]
    public async Task Invoke_OfAServerThatErrs_IsAModelErrorThatCounts(string reply, string status, string message, string metric)
    {
        using var server = new LoopbackServer(reply);
        await Forwards(server.Address);

        var answer = await _account.Invokes();

        answer.Status.Should().Be(424);
        answer.At("OriginalStatusCode").Should().Be(status);
        answer.At("OriginalMessage").Should().Match(message);
        (await _account.Sum(metric)).Should().Be(1);
    }

    [Fact]
    public async Task Invoke_OfAServerThatIsDown_IsAModelError()
    {
        using var server = new LoopbackServer(Good);
        await Forwards(server.Address);
        var address = server.Address;
        server.Dispose();

        var answer = await _account.Invokes();

        answer.Status.Should().Be(424);
        answer.At("Message").Should().StartWith($"Received server error (0) from primary with message \"The model's server at {address}/ did not answer:");
        (await _account.Sum("Invocation5XXErrors")).Should().Be(1);
    }

    [Fact]
    public async Task Invoke_OfAServerThatNeverAnswers_IsGivenUpAfterAMinute()
    {
        await using var own = TestHost.With();
        var account = own.NewAccount();
        using var server = new LoopbackServer();
        await Forwards(server.Address, account);

        var asked = account.Invokes();
        await Eventually.Holds(() => server.Request.Length > 0, "nobody asked");
        own.Time.Advance(Forwarder.Limit);
        var answer = await asked;

        answer.At("OriginalStatusCode").Should().Be("0");
        answer.At("OriginalMessage").Should().StartWith("Your invocation timed out while waiting for a response from container primary.");
    }

    [Fact]
    public async Task Stream_OfAServerThatBreaksOff_EndsInAModelStreamError()
    {
        using var server = new LoopbackServer("HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 500\n\nthe first part");
        await Forwards(server.Address);

        var answer = await _account.Runtime("demo/invocations-response-stream", "1");

        answer.Status.Should().Be(200);
        var text = Encoding.Latin1.GetString(answer.Bytes);
        text.Should().Contain("PayloadPart").And.Contain("the first part")
            .And.Contain(":exception-type\a\0\u0010ModelStreamError").And.Contain("\"ErrorCode\":\"StreamBroken\"");
        (await _account.Sum("MidStreamErrors")).Should().Be(1);
        (await _account.Sum("Invocation5XXErrors")).Should().Be(0);
    }

    [Theory]
    [InlineData("http://example.com", "on this machine, or on a host in the setting RollingDeploy:ForwardHosts")]
    [InlineData("http://127.0.0.1.example.com", "on this machine, or on a host in the setting RollingDeploy:ForwardHosts")]
    [InlineData("ftp://127.0.0.1", "an address such as http://127.0.0.1:8080")]
    [InlineData("127.0.0.1:8080", "an address such as http://127.0.0.1:8080")]
    [InlineData("http://user@localhost", "an address such as http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1@evil.com", "an address such as http://127.0.0.1:8080")]
    [InlineData("http://evil.com#@127.0.0.1", "an address such as http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/reset?", "an address such as http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/reset#", "an address such as http://127.0.0.1:8080")]
    [InlineData("http://0.0.0.0:8080", "on this machine, or on a host in the setting RollingDeploy:ForwardHosts")]
    [InlineData("http://[::]:8080", "on this machine, or on a host in the setting RollingDeploy:ForwardHosts")]
    [InlineData("http://[::ffff:10.0.0.1]", "on this machine, or on a host in the setting RollingDeploy:ForwardHosts")]
    [InlineData("http://169.254.169.254", "on this machine, or on a host in the setting RollingDeploy:ForwardHosts")]
    [InlineData("http://localhost.example.com", "on this machine, or on a host in the setting RollingDeploy:ForwardHosts")]
    [InlineData("file://localhost/etc/passwd", "an address such as http://127.0.0.1:8080")]
    public async Task ForwardTo_AnywhereElse_IsRefusedWhereverItIsSaid(string target, string canBe)
    {
        var route = await _account.Ours("PUT models/model/behavior", $$"""{"forwardTo":"{{target}}"}""");
        var model = await _account.CreatesModel("ROLLINGDEPLOY_FORWARD_TO", target);

        route.Status.Should().Be(400);
        route.At("field").Should().Be("forwardTo");
        route.At("detail").Should().Be($"forwardTo is {target}; it must be {canBe}.");
        model.At("message").Should().Be($"The environment variable ROLLINGDEPLOY_FORWARD_TO is {target}; it must be {canBe}.");
        (await _account.Ours("GET models/model/behavior")).At("said").Should().BeNull();
    }

    [Fact]
    public async Task ForwardTo_AHostThatTheConfigurationNames_IsTakenAndEndsReplay()
    {
        await using var own = TestHost.With(("RollingDeploy:ForwardHosts:0", "models.internal"));
        var account = own.NewAccount();

        var answer = await account.Ours("PUT models/model/behavior", """{"forwardTo":"http://Models.internal:8080"}""");

        answer.Status.Should().Be(200, answer.Text);
        answer.At("replays").Should().Be("false");
        answer.At("inEffect.forwardTo").Should().Be("http://Models.internal:8080");
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("fe80::1", false)]
    public void Reachable_AHostThatNobodyNamed_HasOnlyLoopbackAddresses(string address, bool isReachable)
    {
        var targets = new ForwardTargets(["models.internal"]);

        targets.Reachable("localhost", [IPAddress.Parse(address)]).Should().HaveCount(isReachable ? 1 : 0);
        targets.Reachable("Models.Internal", [IPAddress.Parse(address)]).Should().HaveCount(1);
    }

    [Fact]
    public void TryParse_AnAddressWithoutEnd_IsNone() =>
        ForwardTargets.TryParse("http://127.0.0.1/" + new string('a', 65_000), out _).Should().BeFalse();

    [Fact]
    public async Task Invoke_OfAServerThatNeverStopsTalking_IsGivenUp()
    {
        using var server = new LoopbackServer(async stream =>
        {
            await LoopbackServer.Write(stream, "HTTP/1.1 200 OK\n\n");
            while (true)
            {
                await stream.WriteAsync(new byte[1 << 20]);
            }
        });
        await Forwards(server.Address);

        var answer = await _account.Invokes();

        answer.At("OriginalStatusCode").Should().Be("0");
        answer.At("OriginalMessage").Should().Be("The response of the model is larger than 6291456 bytes.");
    }

    [Fact]
    public async Task Invoke_OfAServerThatErrsAtLength_KeepsItsStatusAndTheBeginning()
    {
        var smiles = string.Concat(Enumerable.Repeat("\U0001F600", 40_000));
        using var server = new LoopbackServer(async stream =>
        {
            await LoopbackServer.Write(stream, $"HTTP/1.1 500 No\nContent-Length: {160_000}\n\n");
            await stream.WriteAsync(Encoding.UTF8.GetBytes("a" + smiles));
        });
        await Forwards(server.Address);

        var answer = await _account.Invokes();

        answer.Status.Should().Be(424);
        answer.At("OriginalStatusCode").Should().Be("500");
        answer.At("OriginalMessage").Should().HaveLength(2048).And.StartWith("a\U0001F600");
        answer.At("Message").Should().HaveLength(2048).And.EndWith($"in account {_account.Id} for more information.");
    }

    [Fact]
    public async Task Invoke_OfARealStatefulModel_PassesItsSessionsOn()
    {
        using var server = new LoopbackServer(
            "HTTP/1.1 200 OK\nX-Amzn-SageMaker-New-Session-Id: s1; Expires=2030-01-01T00:20:00Z\nX-Amzn-SageMaker-Closed-Session-Id: s0\nX-Amzn-SageMaker-Custom-Attributes: from the model\nContent-Length: 0\n\n");
        await Forwards(server.Address);

        var answer = await _account.Invokes("1", ("X-Amzn-SageMaker-Session-Id", "NEW_SESSION"));

        answer.Status.Should().Be(200, answer.Text);
        answer.Header("X-Amzn-SageMaker-New-Session-Id").Should().Be("s1; Expires=2030-01-01T00:20:00Z");
        answer.Header("X-Amzn-SageMaker-Closed-Session-Id").Should().Be("s0");
        answer.Header("X-Amzn-SageMaker-Custom-Attributes").Should().Be("from the model");
        server.Request.Should().Contain("X-Amzn-SageMaker-Session-Id: NEW_SESSION").And.Contain("CDN-Loop: rollingdeploy");
    }

    private async Task Forwards(string target, Account? account = null)
    {
        account ??= _account;
        (await account.CreatesModel("ROLLINGDEPLOY_FORWARD_TO", target)).Status.Should().Be(200);
        await account.ServesModel();
    }
}
