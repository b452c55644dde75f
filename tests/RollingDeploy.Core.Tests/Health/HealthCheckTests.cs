using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Health;

/// <summary>Instances of a model that a real server answers for: they launch in 5 s, and wait 30 minutes for its ping.</summary>
public sealed class HealthCheckTests
{
    private const string Reason =
        "The primary container for production variant a did not pass the ping health check. Please check CloudWatch logs for this endpoint.";

    private static readonly Uri Server = new("http://127.0.0.1:8080");

    [Fact]
    public void CreateEndpoint_TheServerIsWell_TakesAsLongAsAnyOther()
    {
        var world = Forwarding();
        Report(world, isWell: true);

        world.Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromSeconds(5));
        world.Journal.Should().ContainSingle(entry => entry.Event == "forwarded").Which.Sentence.Should().Be(
            "Answers and pings come from http://127.0.0.1:8080/: this does not replay byte for byte.");
    }

    [Fact]
    public void CreateEndpoint_TheServerIsNeverWell_FailsForItsPing()
    {
        var world = Forwarding();

        world.Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.Failed);
        world.Endpoint.FailureReason.Should().Be(Reason);
        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void ReportHealth_AnInstanceWaits_BringsItIntoServiceAtOnce()
    {
        var world = Begun();
        world.Advance(100);
        world.Endpoint.Status.Should().Be(EndpointStatus.Creating);

        var isNews = Report(world, isWell: true);

        isNews.Should().BeTrue();
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Deployment.EndedAt.Should().Be(world.World.Now);
    }

    [Fact]
    public void ReportHealth_TheInstanceIsNotUpYet_WaitsForIt()
    {
        var world = Begun();
        world.Advance(3);

        Report(world, isWell: true);

        world.Endpoint.Status.Should().Be(EndpointStatus.Creating);
        world.Advance(2).Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Fact]
    public void ReportHealth_TheServerIsNotWellAnyMore_CountsWhenTheInstanceIsUp()
    {
        var world = Forwarding();
        Report(world, isWell: true);
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));

        Report(world, isWell: false);

        world.Advance(60).Endpoint.Status.Should().Be(EndpointStatus.Creating);
        world.Endpoint.NextEventAt.Should().Be(world.Deployment.StartedAt.AddMinutes(30));
    }

    [Fact]
    public void ReportHealth_OfWhatIsInService_ChangesNothing()
    {
        var world = Forwarding();
        Report(world, isWell: true);
        world.Create("v1");

        Report(world, isWell: false);

        world.Advance(7200).Endpoint.Current!.InService.Should().Be(2);
    }

    [Fact]
    public void ReportHealth_TheSameAgain_IsNoNews()
    {
        var world = Begun();

        Report(world, isWell: false).Should().BeTrue();
        Report(world, isWell: false).Should().BeFalse();
        world.Endpoint.Status.Should().Be(EndpointStatus.Creating);
    }

    [Theory]
    [InlineData("rolling")]
    [InlineData("canary")]
    public void UpdateEndpoint_ToAServerThatIsDown_RollsBack(string policy)
    {
        var world = new TestWorld().Config("v1", 2);
        world.Apply(new CreateModel(TestWorld.RegionName, "real", ["image"], "{}") { Behavior = new() { ForwardTo = Server } });
        world.ConfigOn("ml.m5.large", "v2", model: "real").Create("v1");

        world.Update("v2", policy == "rolling" ? Configs.Rolling("1", wait: 0) : Configs.Canary("1", wait: 0)).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Endpoint.FailureReason.Should().Be(Reason);
        world.Endpoint.Current!.InService.Should().Be(2);
    }

    [Fact]
    public void CreateEndpoint_TheVariantHasItsOwnTimeout_WaitsThatLong()
    {
        var world = Forwarding();
        var variant = new ProductionVariant("a", "m", "ml.m5.large", 1, 1) { PingTimeout = TimeSpan.FromSeconds(60) };
        world.Apply(new CreateEndpointConfig(TestWorld.RegionName, "own", [variant], "{}"));

        world.Create("own");

        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void CreateEndpoint_ContainersThatAreInvokedOneByOne_MustAllBeWell()
    {
        var other = new Uri("http://127.0.0.1:8081");
        var world = new TestWorld();
        world.Apply(new CreateModel(TestWorld.RegionName, "pair", ["image"], "{}")
        {
            Contents = new()
            {
                Direct =
                [
                    new("first", "image:1", new ModelBehavior { ForwardTo = Server }),
                    new("second", "image:2", new ModelBehavior { ForwardTo = other }),
                    new("third", "image:3", null),
                ],
            },
        });
        world.ConfigOn("ml.m5.large", "v1", model: "pair");
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));
        world.Advance(10);

        Report(world, isWell: true);
        world.Endpoint.Status.Should().Be(EndpointStatus.Creating);
        world.Apply(new ReportHealth(TestWorld.RegionName, other, true));

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        ForwardedServers.InUse(world.Region).Should().BeEquivalentTo([Server, other]);
    }

    [Fact]
    public void CreateInferenceComponent_TheServerComesLate_WaitsInItsPlace()
    {
        var world = new ComponentWorld(instances: 1);
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new ModelBehavior { ForwardTo = Server }));
        world.Begin(copies: 1, gigabytes: 5);
        world.Endpoints.Advance(60);

        world.Begin(copies: 1, gigabytes: 5, name: "other");
        world.Endpoints.Advance(10);
        world.Apply(new ReportHealth(TestWorld.RegionName, Server, true));

        world.Component.StatusName.Should().Be("InService");
        world.Find("other").FailureReason.Should().NotBeNull("the copy that waits has taken the room");
    }

    private static TestWorld Forwarding()
    {
        var world = new TestWorld().Config("v1", 2);
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new ModelBehavior { ForwardTo = Server }));
        return world;
    }

    private static TestWorld Begun()
    {
        var world = Forwarding();
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));
        return world;
    }

    private static bool Report(TestWorld world, bool isWell) =>
        world.Apply(new ReportHealth(TestWorld.RegionName, Server, isWell));
}
