using RollingDeploy.Host.Health;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Tests.Runtime;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Health;

/// <summary>Servers that do not answer their ping cost two seconds, however many they are.</summary>
public sealed class HangingServersTests
{
    [Fact]
    public async Task Advance_WithServersThatHangInTwoRegions_WaitsForBothAtOnce()
    {
        await using var host = TestHost.With();
        var account = host.NewAccount();
        using var east = new LoopbackServer();
        using var west = new LoopbackServer();
        await Serves(account, east, "us-east-1");
        await Serves(account, west, "us-west-2");
        Hang(east, west);

        var advanced = account.Advances(60);

        await Eventually.Holds(() => (east.Pings, west.Pings) == (2, 2), "one waits for the other");
        host.Time.Advance(Forwarder.PingLimit);
        (await advanced).Status.Should().Be(200);
    }

    [Fact]
    public async Task RealTime_WithServersThatHangInTwoAccounts_AsksBothAtOnce()
    {
        await using var host = TestHost.With(("RollingDeploy:Clock:Mode", "real"));
        using var one = new LoopbackServer();
        using var other = new LoopbackServer();
        await Serves(host.NewAccount(), one, "us-east-1");
        await Serves(host.NewAccount(), other, "us-east-1");
        Hang(one, other);

        await host.Time.AdvanceThroughTimer(HealthWatch.Interval);

        await Eventually.Holds(() => (one.Pings, other.Pings) == (2, 2), "one waits for the other");
    }

    private static void Hang(params LoopbackServer[] servers)
    {
        foreach (var server in servers)
        {
            server.Ping = null;
        }
    }

    private static async Task Serves(Account account, LoopbackServer server, string region)
    {
        foreach (var (operation, body) in ((string, string)[])
        [
            ("CreateModel", $$$$"""{"ModelName":"m","PrimaryContainer":{"Image":"registry/image:1","Environment":{"ROLLINGDEPLOY_FORWARD_TO":"{{{{server.Address}}}}"}}}"""),
            ("CreateEndpointConfig", """{"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"v","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}"""),
            ("CreateEndpoint", """{"EndpointName":"e","EndpointConfigName":"c"}"""),
        ])
        {
            (await account.SageMaker(operation, body, region)).Status.Should().Be(200);
        }
    }
}
