using System.Text;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>Whoever gives a long call up ends its work: what has run has run, and the world is free for others.</summary>
public sealed class GivenUpTests(TestHost host)
{
    [Theory]
    [InlineData("PUT", "clock", """{"mode":"real","now":"8999-01-01T00:00:00Z"}""")]
    [InlineData("POST", "clock/advance", """{"to":"8999-01-01T00:00:00Z"}""")]
    [InlineData("POST", "clock/advance", """{"until":{"alarm":"errors","state":"ALARM"},"limitSeconds":3155760000}""")]
    public async Task ClockCommand_WhoseCallerGoesAway_Ends(string method, string route, string body)
    {
        var account = host.NewAccount();
        await account.HasAlarmThatNeverSleeps();
        using var client = host.CreateClient();
        using var gone = new CancellationTokenSource();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/_rollingdeploy/{route}?account={account.Id}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var start = account.World.Read(world => world.Now);
        var call = client.SendAsync(request, gone.Token);
        await Eventually.Holds(() => account.World.Read(world => world.Now) > start, "it did not begin");

        await gone.CancelAsync();

        await call.Invoking(each => each).Should().ThrowAsync<OperationCanceledException>();
        await Eventually.Holds(() => !account.Session.IsBusy, "it goes on");
        var clock = await account.Ours("GET clock");
        clock.At("mode").Should().Be("frozen");
        DateTimeOffset.Parse(clock.At("now")!).Should().BeAfter(start);
        (await account.Ours("POST reset")).Status.Should().Be(204);
    }

    [Fact]
    public async Task Call_InALeapWhoseCallerGoesAway_LeavesTheLeapToOthers()
    {
        await using var own = TestHost.With(("RollingDeploy:Clock:Mode", "skip"));
        var account = own.NewAccount();
        await account.HasModel();
        await account.HasConfig("blue", 2);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        var left = account.Session.CompleteLeap(gone.Token).AsTask();
        var stays = account.Session.CompleteLeap(CancellationToken.None).AsTask();

        // Whoever left may find the leap done before it sees that it has left.
        await left.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await stays;
        (await account.Describes()).At("EndpointStatus").Should().Be("InService");
    }
}
