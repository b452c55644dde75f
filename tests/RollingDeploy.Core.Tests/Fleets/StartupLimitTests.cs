using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

/// <summary>How long a container may take to start and its data to download: 60 s here, AWS's least.</summary>
public sealed class StartupLimitTests
{
    private const string Data = "s3://bucket/model.tar.gz";

    private const string NotDownloaded =
        "Failed to download model data for container \"container_1\" from URL: \"s3://bucket/model.tar.gz\". Please ensure that there is an "
        + "object located at the URL and that the role passed to CreateModel has permissions to download the object.";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(60, 60, true)]
    [InlineData(61, 60, false)]
    public void CreateEndpoint_AStartAgainstItsLimit_IsGivenUpWhenThatIsOver(double startup, double took, bool isWell)
    {
        var world = Created(new() { StartupSeconds = startup }, pingTimeout: Minute);

        Took(world).Should().Be(TimeSpan.FromSeconds(took));
        (world.Endpoint.FailureReason?.Contains("ping health check") ?? false).Should().Be(!isWell);
    }

    [Fact]
    public void CreateEndpoint_AStartBeyondTheWorldsOwnLimit_IsGivenUpToo()
    {
        var world = Created(new() { StartupSeconds = 3600 });

        Took(world).Should().Be(TimeSpan.FromMinutes(30));
        world.Endpoint.FailureReason.Should().Contain("ping health check");
    }

    [Fact]
    public void CreateEndpoint_ASlowInstance_IsNoSlowContainer()
    {
        var world = new TestWorld().Fault(FaultKind.SlowLaunch, seconds: 600);
        Config(world, "m", pingTimeout: Minute);

        world.Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Theory]
    [InlineData(60, 65, null)]
    [InlineData(61, 60, NotDownloaded)]
    public void CreateEndpoint_ADownloadAgainstItsLimit_IsGivenUpWhenThatIsOver(double download, double took, string? reason)
    {
        var world = Created(new() { DownloadSeconds = download }, downloadTimeout: Minute);

        Took(world).Should().Be(TimeSpan.FromSeconds(took));
        world.Endpoint.FailureReason.Should().Be(reason);
    }

    [Fact]
    public void CreateEndpoint_ADownload_ComesBeforeTheStart()
    {
        var world =
            Created(new() { DownloadSeconds = 100, StartupSeconds = 50 }, pingTimeout: Minute, downloadTimeout: 2 * Minute);

        Took(world).Should().Be(TimeSpan.FromSeconds(150));
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Fact]
    public void CreateEndpoint_AModelWithoutData_HasNothingToDownload()
    {
        var world = Created(new() { DownloadSeconds = 600 }, downloadTimeout: Minute, data: null);

        Took(world).Should().Be(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(61, 0, "did not pass the ping health check")]
    [InlineData(1, 61, "Failed to download model data")]
    public void CreateInferenceComponent_BeyondItsLimits_Fails(double startup, double download, string reason)
    {
        var world = new ComponentWorld();
        world.Apply(new PutBehavior(
            TestWorld.RegionName, "m", new ModelBehavior { StartupSeconds = startup, DownloadSeconds = download }));
        var spec = ComponentWorld.Spec();
        spec = spec with { All = [spec.All[0] with { PingTimeout = Minute, DownloadTimeout = Minute, DataUrl = Data }] };

        world.Begin(copies: 1, spec);
        world.Endpoints.Advance(120);

        world.Component.Status.Should().Be(InferenceComponentStatus.Failed);
        world.Component.FailureReason.Should().Contain(reason);
    }

    private static TestWorld Created(
        ModelBehavior behavior, TimeSpan? pingTimeout = null, TimeSpan? downloadTimeout = null, string? data = Data)
    {
        var world = new TestWorld();
        world.Apply(
            new CreateModel(TestWorld.RegionName, "slow", ["image"], "{}") { Behavior = behavior, DataUrls = data is null ? [] : [data] });
        Config(world, "slow", pingTimeout, downloadTimeout);
        return world.Create("v1");
    }

    private static void Config(TestWorld world, string model, TimeSpan? pingTimeout = null, TimeSpan? downloadTimeout = null)
    {
        var variant = new ProductionVariant("a", model, "ml.m5.large", 1, 1) { PingTimeout = pingTimeout, DownloadTimeout = downloadTimeout };
        world.Apply(new CreateEndpointConfig(TestWorld.RegionName, "v1", [variant], "{}"));
    }

    private static TimeSpan? Took(TestWorld world) => world.Deployment.EndedAt - world.Deployment.StartedAt;
}
