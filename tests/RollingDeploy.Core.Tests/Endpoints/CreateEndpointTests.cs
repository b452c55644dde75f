using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

public sealed class CreateEndpointTests
{
    [Fact]
    public void Execute_TwoInstances_IsInServiceWhenBothAre()
    {
        var world = new TestWorld().Config("v1", 2);

        var arn = world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));

        arn.Should().Be("arn:aws:sagemaker:us-east-1:123456789012:endpoint/e");
        world.Endpoint.Status.Should().Be(EndpointStatus.Creating);
        world.Endpoint.Pending!.Total.Should().Be(2);
        world.Advance(5).Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoint.Current!.InService.Should().Be(2);
        world.Timeline.Should().Equal("0 started", "0 launching", "5 launched", "5 succeeded");
    }

    [Fact]
    public void Execute_WhileItLaunches_TheJournalShowsNoTrafficYet()
    {
        var world = new TestWorld().Config("v1", 2);

        world.Create("v1");

        world.Journal.Select(entry => entry.New!.TrafficShare).Should().Equal(0, 0, 1, 1);
        world.Journal.Select(entry => entry.New!.InService).Should().Equal(0, 0, 2, 2);
        world.Journal.Should().OnlyContain(entry => entry.Old == null);
    }

    [Fact]
    public void Execute_NoCapacity_EndsInFailedAndSaysSo()
    {
        var world = new TestWorld().Config("v1", 2).Fault(FleetSide.New, atInstance: 2);

        world.Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.Failed);
        world.Endpoint.FailureReason.Should().Contain("InsufficientInstanceCapacity");
        world.Timeline.Should().Equal("0 started", "0 launching", "5 launchFailed");
    }

    [Fact]
    public void Execute_DeploymentConfig_IsOnlyStoredForTheNextUpdate()
    {
        var config = Configs.Rolling("50%", wait: 60).Watching("not there");

        var world = new TestWorld().Config("v1", 1).Create("v1", config);

        world.Endpoint.LastDeploymentConfig.Should().Be(config);
        world.Deployment.Forward.ToString().Should().Be("launch 1");
    }

    [Fact]
    public void Execute_NothingTakesTime_IsInServiceWhenTheCallReturns()
    {
        var world = TestWorld.Instant.Config("v1", 2);

        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Theory]
    [InlineData("rolling", "MaximumBatchSize")]
    [InlineData("canary", "CanarySize")]
    [InlineData("linear", "LinearStepSize")]
    public void Execute_WithACountThatNoUpdateCouldUse_IsRefused(string policy, string member)
    {
        DeploymentConfig Sized(string size) => policy switch
        {
            "rolling" => Configs.Rolling(size, wait: 60),
            "canary" => Configs.Canary(size, wait: 60),
            _ => Configs.Linear(size, wait: 60),
        };
        var world = new TestWorld().Config("v1", 4);

        var create = () => world.Create("v1", Sized("3"));

        create.Should().Throw<AwsError>().Which.Message.Should().Contain(member);
        world.Region.Endpoints.Count.Should().Be(0);
        world.Create("v1", Sized("2")).Endpoint.LastDeploymentConfig.Should().NotBeNull();
    }
}
