using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Servers;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Tests.Runtime;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Health;

/// <summary>Whether instances come into service is what the real server behind their model says to its ping.</summary>
public sealed class HealthWatchTests(TestHost host)
{
    private const string NotWell = "HTTP/1.1 503 Loading\nContent-Length: 0\n\n";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData(NotWell)]
    [InlineData("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n")]
    [InlineData("HTTP/1.1 204 No Content\n\n")]
    [InlineData("HTTP/1.1 302 Found\nLocation: /ping\nContent-Length: 0\n\n")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task CreateEndpoint_OfAServerThatIsNotWell_FailsForItsPing(string ping)
    {
        using var server = new LoopbackServer() { Ping = ping };
        await Begins(server);

        await _account.AdvanceUntil("Failed");

        (await _account.Describes()).At("FailureReason").Should().Be(
            "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.");
        server.Pings.Should().BePositive();
    }

    [Fact]
    public async Task CreateEndpoint_OfAServerThatIsDown_FailsForItsPing()
    {
        var server = new LoopbackServer();
        var address = server.Address;
        server.Dispose();
        await Begins(address);

        await _account.AdvanceUntil("Failed");

        (await _account.Describes()).At("FailureReason").Should().Contain("did not pass the ping health check");
    }

    [Fact]
    public async Task CreateEndpoint_OfAServerThatStartsLate_WaitsForIt()
    {
        using var server = new LoopbackServer() { Ping = NotWell };
        await Begins(server);
        await _account.Advances(600);
        (await _account.Describes()).At("EndpointStatus").Should().Be("Creating");

        server.Ping = LoopbackServer.Well;
        await _account.Advances(0.001);

        (await _account.Describes()).At("EndpointStatus").Should().Be("InService");
    }

    [Fact]
    public async Task CreateEndpoint_OfAServerThatHangs_GivesThePingTwoSeconds()
    {
        await using var own = TestHost.With();
        var account = own.NewAccount();
        using var server = new LoopbackServer() { Ping = null };
        await Creates(account, server.Address);

        var created = account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await Eventually.Holds(() => server.Pings > 0, "nobody pinged");
        created.IsCompleted.Should().BeFalse();
        own.Time.Advance(Forwarder.PingLimit);
        await created;

        account.World.Read(world => world.Regions.Single().Health.Of(new Uri(server.Address))).Should().BeFalse();
    }

    [Fact]
    public async Task UpdateEndpoint_ToAServerThatIsDown_RollsBack()
    {
        using var server = new LoopbackServer() { Ping = NotWell };
        await _account.HasEndpoint(blue: 2);
        await _account.CreatesModel("ROLLINGDEPLOY_FORWARD_TO", server.Address, "real");
        await _account.Does("CreateEndpointConfig", """{"EndpointConfigName":"real","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"real","InstanceType":"ml.m5.large","InitialInstanceCount":2}]}""");

        await _account.Updates("""{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":0}}""", "real");
        await _account.AdvanceUntil("InService");

        var demo = await _account.Describes();
        demo.At("EndpointConfigName").Should().Be("blue");
        demo.At("FailureReason").Should().Contain("did not pass the ping health check");
    }

    [Fact]
    public async Task Scaling_AfterTheServerWentDown_IsTakenBack()
    {
        using var server = new LoopbackServer();
        await Begins(server);
        await _account.AdvanceUntil("InService");

        server.Ping = NotWell;
        await _account.Does("UpdateEndpointWeightsAndCapacities", """{"EndpointName":"demo","DesiredWeightsAndCapacities":[{"VariantName":"AllTraffic","DesiredInstanceCount":3}]}""");
        await _account.AdvanceUntil("InService");

        var demo = await _account.Describes();
        demo.Each("ProductionVariants", "CurrentInstanceCount").Should().Equal("1");
        demo.At("FailureReason").Should().Contain("did not pass the ping health check");
    }

    [Fact]
    public async Task InferenceComponent_OfAServerThatIsDown_Fails()
    {
        using var server = new LoopbackServer() { Ping = NotWell };
        await _account.Does("CreateEndpointConfig", $$"""{"EndpointConfigName":"host","ExecutionRoleArn":"{{Scenes.Role}}","ProductionVariants":[{"VariantName":"AllTraffic","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"host"}""");
        await _account.AdvanceUntil("InService");

        await _account.Does("CreateInferenceComponent", $$$"""
            {"InferenceComponentName":"c","EndpointName":"demo","VariantName":"AllTraffic","RuntimeConfig":{"CopyCount":1},"Specification":
             {"Container":{"Image":"registry/image:1","Environment":{"ROLLINGDEPLOY_FORWARD_TO":"{{{server.Address}}}"} },
              "StartupParameters":{"ContainerStartupHealthCheckTimeoutInSeconds":90},
              "ComputeResourceRequirements":{"NumberOfCpuCoresRequired":1,"MinMemoryRequiredInMb":1024} } }
            """);
        server.Pings.Should().Be(1);
        await _account.Advances(89);
        (await _account.SageMaker("DescribeInferenceComponent", """{"InferenceComponentName":"c"}""")).At("InferenceComponentStatus").Should().Be("Creating");
        await _account.Advances(1);

        var component = await _account.SageMaker("DescribeInferenceComponent", """{"InferenceComponentName":"c"}""");
        component.At("InferenceComponentStatus").Should().Be("Failed");
        component.At("FailureReason").Should().Contain("did not pass the ping health check");
    }

    [Fact]
    public async Task Behavior_ThatNamesAServer_HasItPinged()
    {
        using var server = new LoopbackServer();

        await _account.Ours("PUT models/model/behavior", $$"""{"forwardTo":"{{server.Address}}"}""");

        server.Pings.Should().Be(1);
        _account.World.Read(world => world.Regions.Single().Health.Of(new Uri(server.Address))).Should().BeTrue();
    }

    [Fact]
    public async Task RealTime_AServerThatStartsLate_IsNoticedWithoutACall()
    {
        await using var own = TestHost.With(("RollingDeploy:Clock:Mode", "real"));
        var account = own.NewAccount();
        using var server = new LoopbackServer() { Ping = NotWell };
        await Begins(server, account);

        server.Ping = LoopbackServer.Well;
        await own.Time.AdvanceThroughTimer(HealthWatch.Interval);
        await Eventually.Holds(
            () => account.World.Read(world => world.Regions.Single().Health.Of(new Uri(server.Address))) == true, "nobody asked again");
        await own.Time.AdvanceThroughTimer(TimeSpan.FromSeconds(5));

        await Eventually.Holds(
            () => account.World.Read(world => world.Regions.Single().Endpoints.Get("demo").StatusName) == "InService", "it does not come into service");
    }

    [Fact]
    public async Task Skip_OfAServerThatIsWell_ComesIntoService()
    {
        await using var own = TestHost.With(("RollingDeploy:Clock:Mode", "skip"));
        var account = own.NewAccount();
        using var server = new LoopbackServer();

        await Begins(server, account);

        await Eventually.Holds(
            () => account.World.Read(world => world.Regions.Single().Endpoints.Get("demo").StatusName) == "InService", "time leapt ahead of the ping");
    }

    [Fact]
    public async Task Frozen_WhileNobodyMovesTime_IsNotPinged()
    {
        await using var own = TestHost.With();
        var account = own.NewAccount();
        using var server = new LoopbackServer();
        await Begins(server, account);
        var pings = server.Pings;

        await own.Time.AdvanceThroughTimer(HealthWatch.Interval);
        await own.Time.AdvanceThroughTimer(HealthWatch.Interval);

        server.Pings.Should().Be(pings);
    }

    [Fact]
    public async Task Journal_OfARealServersEndpoint_SaysThatItDoesNotReplay()
    {
        using var server = new LoopbackServer();
        await Begins(server);

        (await _account.Ours("GET endpoints/demo/journal")).Text.Should().Contain(
            $"Answers and pings come from {server.Address}/: this does not replay byte for byte.");
    }

    private Task Begins(LoopbackServer server, Account? account = null) => Begins(server.Address, account);

    private async Task Begins(string address, Account? account = null)
    {
        account ??= _account;
        await Creates(account, address);
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
    }

    private static async Task Creates(Account account, string address)
    {
        (await account.CreatesModel("ROLLINGDEPLOY_FORWARD_TO", address)).Status.Should().Be(200);
        await account.HasConfig("blue", 1);
    }
}
