using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

public sealed class SlowLaunchTests
{
    [Fact]
    public void CreateEndpoint_OneLaunchIsSlow_IsInServiceWhenThatOneIs()
    {
        var world = new TestWorld().Config("v1", 2).Fault(FaultKind.SlowLaunch, new() { AtInstance = 2 }, seconds: 90);
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));

        world.Advance(5).Endpoint.Pending!.InService.Should().Be(1);
        world.Advance(84.9).Endpoint.Status.Should().Be(EndpointStatus.Creating);
        world.Advance(0.1).Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Hits.Should().Equal(1);
    }

    [Theory]
    [MemberData(nameof(Configs.EveryWay), MemberType = typeof(Configs))]
    public void UpdateEndpoint_ALaunchIsSlow_TakesThatMuchLonger(string way, DeploymentConfig config)
    {
        var (usual, slow) = (new TestWorld().Endpoints(4).Alarm("bad"), new TestWorld().Endpoints(4).Alarm("bad"));
        slow.Fault(FaultKind.SlowLaunch, new() { Fleet = FleetSide.New, AtInstance = 1 }, seconds: 305);

        usual.Update("v2", config).ToTheEnd();
        slow.Update("v2", config).ToTheEnd();

        slow.Endpoint.ConfigName.Should().Be("v2", way);
        (slow.Deployment.EndedAt - usual.Deployment.EndedAt).Should().Be(TimeSpan.FromSeconds(300));
    }

    [Fact]
    public void UpdateEndpoint_ALaterBatchIsSlowerThanTheDeadline_GoesBack()
    {
        var world = new TestWorld()
            .Endpoints(4)
            .Fault(FaultKind.SlowLaunch, new() { Fleet = FleetSide.New, AtInstance = 3 }, seconds: 3600);

        world.Update("v2", Configs.Rolling("1", wait: 60, timeout: 600)).ToTheEnd();

        world.Endpoint.ConfigName.Should().Be("v1");
        world.Endpoint.FailureReason.Should().Contain("maximum execution timeout of 600 seconds");
        world.Endpoint.Current!.InService.Should().Be(4);
    }

    [Fact]
    public void Scaling_ALaunchIsSlow_TakesThatLong()
    {
        var world = new TestWorld().Endpoints(2).Fault(FaultKind.SlowLaunch, seconds: 60).Scale(("a", 3)).ToTheEnd();

        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Launch_ThatIsSlowAndNeverAnswers_CountsAsTheWorseOfThemOnly()
    {
        var world = new TestWorld().Config("v1", 1).Fault(FaultKind.SlowLaunch).Fault(FaultKind.PingFailure).Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.Failed);
        world.Hits.Should().Equal(0, 1);
    }
}
