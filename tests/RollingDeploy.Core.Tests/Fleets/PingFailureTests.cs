using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

public sealed class PingFailureTests
{
    private const string Reason =
        "The primary container for production variant a did not pass the ping health check. Please check CloudWatch logs for this "
        + "endpoint.";

    [Fact]
    public void CreateEndpoint_AnInstanceNeverAnswers_FailsAfterHalfAnHour()
    {
        var world = new TestWorld().Config("v1", 2).Fault(FaultKind.PingFailure);
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));

        world.Advance(1799.9).Endpoint.Status.Should().Be(EndpointStatus.Creating);
        world.Advance(0.1).Endpoint.Status.Should().Be(EndpointStatus.Failed);

        world.Endpoint.FailureReason.Should().Be(Reason);
        world.Hits.Should().Equal(1);
    }

    [Theory]
    [MemberData(nameof(Configs.EveryWay), MemberType = typeof(Configs))]
    public void UpdateEndpoint_ANewInstanceNeverAnswers_GoesBack(string way, DeploymentConfig config)
    {
        var world = new TestWorld()
            .Endpoints(4)
            .Alarm("bad")
            .Fault(FaultKind.PingFailure, new() { Fleet = FleetSide.New, AtInstance = 2 });

        world.Update("v2", config).ToTheEnd();

        (world.Endpoint.Status, world.Endpoint.ConfigName).Should().Be((EndpointStatus.InService, "v1"), way);
        world.Endpoint.FailureReason.Should().Be(Reason);
        world.Endpoint.Current!.InService.Should().Be(4);
        world.Timeline.Should().Contain("1800 launchFailed");
        world.Hits.Should().Equal(1);
    }

    [Fact]
    public void UpdateEndpoint_TheDeadlineComesFirst_TimesOut()
    {
        var world = new TestWorld().Endpoints(4).Fault(FaultKind.PingFailure, new() { Fleet = FleetSide.New, AtInstance = 2 });

        world.Update("v2", Configs.Rolling("1", wait: 60, timeout: 600)).ToTheEnd();

        world.Endpoint.FailureReason.Should().Contain("maximum execution timeout of 600 seconds");
    }

    [Fact]
    public void Rollback_AnOldInstanceNeverAnswers_Fails()
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").Fault(FaultKind.PingFailure, new() { Fleet = FleetSide.Old });

        world.Update("v2", Configs.Rolling("2", wait: 60).Watching("bad")).Until("bakeStarted", times: 2)
            .SetAlarm("bad", AlarmState.Alarm).ToTheEnd();

        world.Endpoint.Status.Should().Be(EndpointStatus.UpdateRollbackFailed);
        world.Endpoint.FailureReason.Should().EndWith($"The rollback failed: {Reason}");
    }

    [Fact]
    public void Scaling_AnAddedInstanceNeverAnswers_IsTakenBack()
    {
        var world = new TestWorld().Endpoints(2).Fault(FaultKind.PingFailure, new() { AtInstance = 2 });

        world.Scale(("a", 4)).ToTheEnd();

        world.Endpoint.FailureReason.Should().Be(Reason);
        world.Endpoint.Current!.Variants[0]
            .Should()
            .Match<VariantFleet>(each => each.Desired == 2 && each.InService == 2 && each.Total == 2);
    }

    [Fact]
    public void CreateEndpoint_TheVariantHasItsOwnTimeout_WaitsThatLong()
    {
        var world = new TestWorld().Fault(FaultKind.PingFailure);
        var variant = new ProductionVariant("a", "m", "ml.m5.large", 1, 1) { PingTimeout = TimeSpan.FromSeconds(60) };
        world.Apply(new CreateEndpointConfig(TestWorld.RegionName, "v1", [variant], "{}"));

        world.Create("v1");

        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void CreateEndpoint_TheModelStartsLaterThanTheTimeout_IsGivenUp(int seconds, bool isInTime)
    {
        var world = new TestWorld();
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new() { StartupSeconds = seconds }));
        var variant = new ProductionVariant("a", "m", "ml.m5.large", 1, 1) { PingTimeout = TimeSpan.FromSeconds(60) };
        world.Apply(new CreateEndpointConfig(TestWorld.RegionName, "v1", [variant], "{}"));

        world.Create("v1");

        world.Endpoint.FailureReason.Should().Be(isInTime ? null : Reason);
        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Quota_AnInstanceThatNeverAnswers_TakesItsPlaceAllTheSame()
    {
        var world = new TestWorld().Config("v1", 2).Quota(limit: null, available: 2).Fault(FaultKind.PingFailure);
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "other", "v1"));

        world.Advance(5);

        world.Region.Endpoints.Get("other").FailureReason.Should().Contain("InsufficientInstanceCapacity");
    }
}
