using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>
/// The execution role needs cloudwatch:DescribeAlarms on the alarms (deployment-guardrails.md §8); CreateEndpoint does not check
/// that, and what becomes of a deployment without it no source says: it goes back, as where an alarm is gone.
/// </summary>
public sealed class AlarmPermissionTests
{
    private const string Reason =
        "Endpoint update was rolled back because the execution role is not authorized to perform cloudwatch:DescribeAlarms on the "
        + "following CloudWatch alarm(s): bad.";

    [Theory]
    [MemberData(nameof(Configs.EveryWay), MemberType = typeof(Configs))]
    public void Update_AlarmsMayNotBeLookedAt_GoesBackAtTheFirstLook(string way, DeploymentConfig config)
    {
        var world = Denied();

        world.Update("v2", config).ToTheEnd();

        (world.Endpoint.Status, world.Endpoint.ConfigName).Should().Be((EndpointStatus.InService, "v1"), way);
        world.Endpoint.FailureReason.Should().Be(Reason);
        world.Timeline.Should().Contain("6 alarmsDenied");
        world.Hits.Should().Equal(1);
    }

    [Fact]
    public void Update_WithoutAlarms_NeedsNoPermission()
    {
        var world = Denied().Update("v2", Configs.Rolling("2", wait: 60)).ToTheEnd();

        (world.Endpoint.ConfigName, world.Hits.Single()).Should().Be(("v2", 0));
    }

    [Fact]
    public void CreateEndpoint_AlarmsMayNotBeLookedAt_DoesNotLook()
    {
        var world = new TestWorld().Config("v1", 1).Fault(FaultKind.AlarmPermissionDenied, times: null);

        world.Create("v1", Configs.Rolling("1", wait: 60).Watching("bad"));

        (world.Endpoint.Status, world.Hits.Single()).Should().Be((EndpointStatus.InService, 0));
    }

    [Fact]
    public void Update_PermissionIsLostInABake_GoesBackAtTheNextLook()
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").Update("v2", Configs.Rolling("2", wait: 60).Watching("bad"))
            .Until("bakeStarted").Advance(1);

        world.Fault(FaultKind.AlarmPermissionDenied).ToTheEnd();

        world.Timeline.Should().Contain("16 alarmsDenied");
    }

    [Fact]
    public void Look_Twice_CountsNothing()
    {
        var world = new TestWorld().Endpoints(4).Alarm("bad").Update("v2", Configs.Rolling("2", wait: 60).Watching("bad"))
            .Until("bakeStarted").Advance(1).Fault(FaultKind.AlarmPermissionDenied);

        Observer.Look(world.Endpoint);
        Observer.Look(world.Endpoint);

        world.Hits.Should().Equal(0);
    }

    private static TestWorld Denied() =>
        new TestWorld().Endpoints(4).Alarm("bad").Fault(FaultKind.AlarmPermissionDenied, new() { Endpoint = "e" }, times: null);
}
