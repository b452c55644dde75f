using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

/// <summary>What is used of a type, and what happens when the region has no more of it.</summary>
public sealed class UtilizationTests
{
    private const string Type = "ml.m5.large";

    [Fact]
    public void Utilization_DuringACreation_IsTheFleetToBe()
    {
        var world = new TestWorld().Config("v1", 3);

        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));

        Used(world).Should().Be(3);
        Used(world.ToTheEnd()).Should().Be(3);
    }

    [Fact]
    public void Utilization_DuringADeployment_IsItsPeakUntilItEnds()
    {
        var world = new TestWorld().Endpoints(4);

        Used(world.Update("v2", Configs.Rolling("1", wait: 60))).Should().Be(5);
        Used(world.Until("retiring", times: 3)).Should().Be(5);
        Used(world.ToTheEnd()).Should().Be(4);
        Used(world.Update("v1")).Should().Be(8);
    }

    [Fact]
    public void Utilization_WhileAScalingInOrADeletionRuns_IsWhatIsStillThere()
    {
        var world = new TestWorld().Endpoints(4);

        Used(world.Scale(("a", 1))).Should().Be(4);
        Used(world.ToTheEnd()).Should().Be(1);
        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));
        Used(world).Should().Be(1);
        Used(world.Advance(1)).Should().Be(0);
    }

    [Fact]
    public void Utilization_OfSeveralEndpoints_IsTheirSum()
    {
        var world = new TestWorld().Endpoints(4).Quota(9);
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "f", "v1"));

        Used(world).Should().Be(8);
        world.Invoking(it => it.Scale(("a", 6))).Should().Throw<AwsError>().WithMessage("*current utilization of 8 Instances*");
        world.Scale(("a", 5));
        Used(world).Should().Be(9);
    }

    [Fact]
    public void Utilization_AfterAFailedCreation_IsNothing()
    {
        var world = new TestWorld().Config("v1", 4).Fault(FleetSide.New, atInstance: 2).Create("v1");

        Used(world).Should().Be(0);
    }

    [Fact]
    public void Utilization_AfterAFailedRollback_CountsBothFleets()
    {
        var world = new TestWorld().Endpoints(4).Fault(FleetSide.New, atInstance: 2).Fault(FleetSide.Old);

        world.Update("v2", Configs.Rolling("1", wait: 60)).ToTheEnd();

        world.Endpoint.Status.Should().Be(EndpointStatus.UpdateRollbackFailed);
        Used(world).Should().Be(4);
        Used(world.Update("v2")).Should().Be(8);
    }

    [Fact]
    public void Available_TooFewForACreation_FailsItLater()
    {
        var world = new TestWorld().Config("v1", 3).Quota(null, available: 2);

        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));

        world.Endpoint.Status.Should().Be(EndpointStatus.Creating);
        world.Advance(5).Endpoint.Status.Should().Be(EndpointStatus.Failed);
        world.Endpoint.FailureReason.Should().Be(FailureReasons.InsufficientCapacity);
    }

    [Fact]
    public void Available_TooFewForAnUpdate_RollsItBack()
    {
        var world = new TestWorld().Endpoints(4).Quota(null, available: 7);

        world.Update("v2").ToTheEnd();

        (world.Endpoint.Status, world.Endpoint.ConfigName, world.Endpoint.FailureReason)
            .Should().Be((EndpointStatus.InService, "v1", FailureReasons.InsufficientCapacity));
        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Update("v2", Configs.Rolling("1", wait: 60)).ToTheEnd().Endpoint.ConfigName.Should().Be("v2");
    }

    [Fact]
    public void Available_OneLaunchFails_TakesNothingFromAnother()
    {
        var world = new TestWorld().Config("v1", 1).Config("v2", 2).Quota(null, available: 2).Fault(FleetSide.New);
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "f", "v1"));

        world.Create("v2");

        world.Region.Endpoints.Get("f").Status.Should().Be(EndpointStatus.Failed);
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    private static int Used(TestWorld world) => world.Region.Quotas.Utilization(Type);
}
