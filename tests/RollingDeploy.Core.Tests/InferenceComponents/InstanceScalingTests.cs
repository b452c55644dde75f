using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>Managed instance scaling: instances come where copies have no room, and go where copies went.</summary>
public sealed class InstanceScalingTests
{
    [Fact]
    public void Create_NoRoom_AddsAnInstanceFirst()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4)).Begin(copies: 2, gigabytes: 5);
        (world.Hosts.Desired, world.Hosts.InService).Should().Be((2, 1));

        world.Advance(5);
        world.Hosts.InService.Should().Be(2, "instances take 5 s");
        world.Component.CurrentCopies.Should().Be(1, "the second copy waits for its instance");
        world.Advance(5);

        world.Component.Status.Should().Be(InferenceComponentStatus.InService);
        world.Component.CurrentCopies.Should().Be(2);
        world.Endpoints.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Fact]
    public void Create_SeveralFitOnANewInstance_AddsNoMoreThanNeeded()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4)).Create(copies: 5, gigabytes: 4);

        world.Hosts.InService.Should().Be(3);
    }

    [Fact]
    public void Create_MaxInstanceCountReached_Fails()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(2)).Create(copies: 3, gigabytes: 5);

        world.Component.Status.Should().Be(InferenceComponentStatus.Failed);
        world.Component.FailureReason.Should().Be(FailureReasons.NoRoomForCopy);
        world.Advance(600).Hosts.Desired.Should().Be(1, "the instance that was added for nothing goes after ten minutes");
    }

    [Fact]
    public void Create_TooBigForAnyInstance_AddsNone()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4)).Create(copies: 1, gigabytes: 9);

        world.Component.FailureReason.Should().Be(FailureReasons.NoRoomForCopy);
        world.Hosts.Total.Should().Be(1);
    }

    [Fact]
    public void Create_RegionHasNoMore_FailsForThat()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4));
        world.Apply(new PutQuota(TestWorld.RegionName, "ml.m5.large", new Quota(null, 1)));

        world.Create(copies: 2, gigabytes: 5);

        world.Component.FailureReason.Should().Be(FailureReasons.InsufficientCapacity);
        (world.Hosts.Desired, world.Hosts.InService).Should().Be((1, 1));
    }

    [Fact]
    public void Create_AccountMayHaveNoMore_AddsNone()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4));
        world.Apply(new PutQuota(TestWorld.RegionName, "ml.m5.large", new Quota(1, null)));

        world.Create(copies: 2, gigabytes: 5);

        world.Component.FailureReason.Should().Be(FailureReasons.NoRoomForCopy);
    }

    [Fact]
    public void Update_NoRoomForTheBatch_AddsAnInstanceAndGoesOn()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(2)).Create(copies: 2, gigabytes: 4);

        world.Update(Configs.Rolling("1", wait: 60), gigabytes: 4).ToTheEnd();

        world.Component.FailureReason.Should().BeNull();
        world.Component.Shown.Variants[0].Spec.ModelName.Should().Be("m2");
        world.Advance(599).Hosts.Total.Should().Be(2, "the instance that was added stays for ten minutes");
        world.Advance(2).Hosts.Total.Should().Be(1, "both new copies have room on one");
    }

    [Fact]
    public void Scale_FewerCopies_ReleasesIdleInstancesDownToTheMinimum()
    {
        var world =
            new ComponentWorld(instances: 1, new ManagedScaling(9) { MinInstanceCount = 2 }).Create(copies: 4, gigabytes: 5);
        world.Hosts.InService.Should().Be(4);

        world.Scale(1).ToTheEnd().Advance(599);
        world.Hosts.InService.Should().Be(4, "they were idle for less than ten minutes");
        world.Advance(1);
        (world.Hosts.Desired, world.Hosts.InService, world.Hosts.Total).Should().Be((2, 2, 4), "two drain");
        world.Advance(1);

        (world.Hosts.Desired, world.Hosts.InService, world.Hosts.Total).Should().Be((2, 2, 2));
        world.Component.CurrentCopies.Should().Be(1);
        world.Endpoints.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Fact]
    public void Delete_MinimumOfZero_ReleasesEveryInstance()
    {
        var world = new ComponentWorld(instances: 2, new ManagedScaling(9) { MinInstanceCount = 0 }).Create(copies: 1);
        world.Hosts.InService.Should().Be(2, "a creation takes nothing away");

        world.Delete().ToTheEnd().Advance(601);

        (world.Hosts.Desired, world.Hosts.Total).Should().Be((0, 0));
        world.Create(copies: 1).Hosts.InService.Should().Be(1, "it comes back with the next copy");
    }

    [Fact]
    public void Scale_NoManagedScaling_ReleasesNothing()
    {
        var world = new ComponentWorld(instances: 3).Create(copies: 1);

        world.Scale(0).ToTheEnd().Advance(3600);

        world.Hosts.InService.Should().Be(3);
    }

    [Fact]
    public void Scale_AnotherComponentIsChanging_ReleasesWhenThatHasEnded()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(9))
            .Create(copies: 3, gigabytes: 5)
            .Create(copies: 1, name: "d");
        world.Scale(1).ToTheEnd().Advance(598).Begin(copies: 1, name: "late");

        world.Advance(3).Hosts.Desired.Should().Be(3, "the late one is still being placed");
        world.ToTheEnd();

        world.Hosts.Desired.Should().Be(1);
    }

    [Fact]
    public void Scale_Consolidation_ReleasesAStepAfterEachCooldown()
    {
        var policy = new Consolidation(TimeSpan.FromMinutes(5), MaximumStepSize: 2);
        var world =
            new ComponentWorld(instances: 1, new ManagedScaling(9) { Consolidation = policy }).Create(copies: 4, gigabytes: 5);

        world.Scale(2).ToTheEnd().Advance(200).Scale(1).ToTheEnd();

        world.Advance(299).Hosts.Desired.Should().Be(4, "the cooldown began anew with the second change");
        world.Advance(1).Hosts.Desired.Should().Be(2);
        world.Advance(299).Hosts.Desired.Should().Be(2);
        world.Advance(1).Hosts.Desired.Should().Be(1);
        world.Advance(3600).Hosts.Total.Should().Be(1);
    }

    [Fact]
    public void Release_EndpointIsDeployedTo_IsLeftToTheDeployment()
    {
        var policy = new Consolidation(TimeSpan.FromMinutes(5), MaximumStepSize: 9);
        var world =
            new ComponentWorld(instances: 1, new ManagedScaling(9) { Consolidation = policy }).Create(copies: 3, gigabytes: 5);
        world.Scale(1).ToTheEnd().Advance(298);

        world.Endpoints.Update("host");
        world.Advance(3).Hosts.Desired.Should().Be(3);
        world.ToTheEnd();

        world.Hosts.Desired.Should().Be(1, "the configuration says so");
    }

    [Fact]
    public void Create_InstancesAdded_CountAgainstTheQuota()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4)).Begin(copies: 3, gigabytes: 5);

        world.Endpoints.Region.Quotas.Utilization("ml.m5.large").Should().Be(3);
        world.ToTheEnd();
        world.Endpoints.Region.Quotas.Utilization("ml.m5.large").Should().Be(3);
    }
}
