using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

/// <summary>A scaling that cannot be had passes RollingBack and ends InService as it was (sagemaker-endpoints.md §2.1).</summary>
public sealed class ScalingBackTests
{
    [Fact]
    public void Execute_OneInstanceCannotBeHad_RollsBackToTheOldCounts()
    {
        var world = new TestWorld().Endpoints(2).Fault(FleetSide.Old, atInstance: 2);

        world.Scale(new WeightAndCapacity("a", 4, 5)).Advance(5);

        world.Endpoint.Status.Should().Be(EndpointStatus.RollingBack);
        world.Deployment.Rollback!.ToString().Should().Be("retire 2");
        IsAsItWas(world.Advance(1));
        world.Timeline.Should().Equal(
            "0 started", "0 launching", "5 launchFailed", "5 rollbackStarted", "5 retiring", "6 retired", "6 rolledBack");
    }

    [Fact]
    public void Execute_NoInstanceCanBeHad_IsAsItWasAtOnce()
    {
        var world = new TestWorld().Endpoints(2).Fault(FleetSide.Old, times: null);

        world.Scale(new WeightAndCapacity("a", 4, 3)).Advance(5);

        IsAsItWas(world);
    }

    [Fact]
    public void Execute_RegionHasNoMore_RollsBackToo()
    {
        var world = new TestWorld().Endpoints(2).Quota(limit: null, available: 3);

        world.Scale(("a", 5)).Advance(5);

        world.Endpoint.Status.Should().Be(EndpointStatus.RollingBack);
        IsAsItWas(world.Advance(1));
    }

    [Fact]
    public void Execute_OneOfTwoVariantsFails_TheOtherDoesNotShrinkEither()
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 5)).Create("v1").Fault(FleetSide.Old);

        world.Scale(("a", 4), ("b", 1)).ToTheEnd();

        world.Endpoint.Current!.Variants.Select(variant => (variant.InService, variant.Desired)).Should().Equal((2, 2), (5, 5));
    }

    [Fact]
    public void Execute_FailsWhileOthersLaunchMoreSlowly_DoesNotWaitForThem()
    {
        var timings = new FleetTimings { LaunchJitter = TimeSpan.FromSeconds(60) };
        var world = new TestWorld(new WorldSettings { Timings = timings }).Endpoints(2).Fault(FleetSide.Old, times: 3);

        world.Scale(new WeightAndCapacity("a", 4, 8)).ToTheEnd();

        IsAsItWas(world);
        world.Advance(100).Endpoint.Current!.Total.Should().Be(2);
    }

    [Fact]
    public void Execute_TriedAgain_SucceedsAndClearsTheFailureReason()
    {
        var world = new TestWorld().Endpoints(2).Fault(FleetSide.Old).Scale(("a", 3)).ToTheEnd();

        world.Scale(("a", 3));

        world.Endpoint.FailureReason.Should().NotBeNull();
        world.ToTheEnd().Endpoint.FailureReason.Should().BeNull();
        world.Endpoint.Current!.InService.Should().Be(3);
    }

    [Fact]
    public void Execute_RollbackStatusSetToUpdating_IsStillRollingBack()
    {
        var world = new TestWorld(new WorldSettings { RollbackStatus = EndpointStatus.Updating }).Endpoints(2)
            .Fault(FleetSide.Old, atInstance: 2);

        world.Scale(("a", 4)).Advance(5);

        world.Endpoint.Status.Should().Be(EndpointStatus.RollingBack);
    }

    private static void IsAsItWas(TestWorld world)
    {
        var variant = world.Endpoint.Current!.Variants[0];
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoint.FailureReason.Should().Be(FailureReasons.InsufficientCapacity);
        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        (variant.InService, variant.Desired, variant.Total).Should().Be((2, 2, 2));
        (variant.Weight, variant.DesiredWeight).Should().Be((1, 1));
    }
}
