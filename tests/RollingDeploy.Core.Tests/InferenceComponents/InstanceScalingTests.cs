using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>Managed instance scaling: instances come where copies have no room.</summary>
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
        world.Component.FailureReason.Should().Be(Faults.NoRoomForCopy);
        world.ToTheEnd().Hosts.Desired.Should().Be(2);
    }

    [Fact]
    public void Create_TooBigForAnyInstance_AddsNone()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4)).Create(copies: 1, gigabytes: 9);

        world.Component.FailureReason.Should().Be(Faults.NoRoomForCopy);
        world.Hosts.Total.Should().Be(1);
    }

    [Fact]
    public void Create_RegionHasNoMore_FailsForThat()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4));
        world.Apply(new PutQuota(TestWorld.RegionName, "ml.m5.large", new Quota(null, 1)));

        world.Create(copies: 2, gigabytes: 5);

        world.Component.FailureReason.Should().Be(Faults.InsufficientCapacity);
        (world.Hosts.Desired, world.Hosts.InService).Should().Be((1, 1));
    }

    [Fact]
    public void Create_AccountMayHaveNoMore_AddsNone()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(4));
        world.Apply(new PutQuota(TestWorld.RegionName, "ml.m5.large", new Quota(1, null)));

        world.Create(copies: 2, gigabytes: 5);

        world.Component.FailureReason.Should().Be(Faults.NoRoomForCopy);
    }

    [Fact]
    public void Update_NoRoomForTheBatch_AddsAnInstanceAndGoesOn()
    {
        var world = new ComponentWorld(instances: 1, new ManagedScaling(2)).Create(copies: 2, gigabytes: 4);

        world.Update(Configs.Rolling("1", wait: 60), gigabytes: 4).ToTheEnd();

        world.Component.FailureReason.Should().BeNull();
        world.Component.Shown.Variants[0].Spec.ModelName.Should().Be("m2");
        world.Hosts.InService.Should().Be(2);
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
