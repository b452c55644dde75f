using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>Whether there is room for a copy, and what follows. An instance has 2 vCPU and 8 GiB.</summary>
public sealed class PlacementTests
{
    [Theory]
    [InlineData(1, 2, 4, InferenceComponentStatus.InService)]
    [InlineData(1, 3, 4, InferenceComponentStatus.Failed)]
    [InlineData(2, 3, 4, InferenceComponentStatus.InService)]
    [InlineData(2, 2, 5, InferenceComponentStatus.InService)]
    [InlineData(2, 3, 5, InferenceComponentStatus.Failed)]
    [InlineData(4, 1, 9, InferenceComponentStatus.Failed)]
    public void Create_CopiesOfSoManyGigabytes_FitWholeOnInstancesOrFail(
        int instances, int copies, int gigabytes, InferenceComponentStatus expected)
    {
        var world = new ComponentWorld(instances).Create(copies, gigabytes);

        world.Component.Status.Should().Be(expected);
        world.Component.FailureReason.Should()
            .Be(expected == InferenceComponentStatus.Failed ? FailureReasons.NoRoomForCopy : null);
    }

    [Theory]
    [InlineData(0.25, 8, InferenceComponentStatus.InService)]
    [InlineData(0.25, 9, InferenceComponentStatus.Failed)]
    [InlineData(0.1, 20, InferenceComponentStatus.InService)]
    [InlineData(0.1, 21, InferenceComponentStatus.Failed)]
    public void Create_PartsOfACore_AddUp(double cores, int copies, InferenceComponentStatus expected)
    {
        var world = new ComponentWorld(instances: 1);
        var specification = new SpecificationSet([new Specification("m") { Needs = new CopyNeeds(cores, 0, 128) }], "{}");

        world.Begin(copies, specification).ToTheEnd();

        world.Component.Status.Should().Be(expected);
    }

    [Fact]
    public void Create_AcceleratorsOnAnInstanceWithout_Fails()
    {
        var world = new ComponentWorld();
        var specification = new SpecificationSet([new Specification("m") { Needs = new CopyNeeds(0, 1, 128) }], "{}");

        world.Begin(copies: 1, specification).ToTheEnd();

        world.Component.FailureReason.Should().Be(FailureReasons.NoRoomForCopy);
    }

    [Fact]
    public void Create_WhatOthersTake_IsNotThere()
    {
        var world = new ComponentWorld(instances: 1).Create(copies: 1, gigabytes: 5, name: "other");

        world.Create(copies: 1, gigabytes: 4);

        world.Component.Status.Should().Be(InferenceComponentStatus.Failed);
    }

    [Fact]
    public void Delete_OfAnother_MakesRoom()
    {
        var world = new ComponentWorld(instances: 1).Create(copies: 1, gigabytes: 5, name: "other");

        world.Delete("other").ToTheEnd().Create(copies: 1, gigabytes: 8);

        world.Component.Status.Should().Be(InferenceComponentStatus.InService);
    }

    [Fact]
    public void Update_NoRoomBesideTheOldCopies_RollsBack()
    {
        var world = new ComponentWorld(instances: 1).Create(copies: 2, gigabytes: 4);

        world.Update(Configs.Rolling("1", wait: 60), gigabytes: 4).ToTheEnd();

        world.Component.Status.Should().Be(InferenceComponentStatus.InService);
        world.Component.FailureReason.Should().Be(FailureReasons.NoRoomForCopy);
        world.Component.Shown.Variants[0].Spec.ModelName.Should().Be("m");
        world.Component.CurrentCopies.Should().Be(2);
    }

    [Fact]
    public void Update_NewCopiesTookTheRoomOfTheOldOnes_StillRollsBack()
    {
        var world = new ComponentWorld(instances: 3).Create(copies: 3, gigabytes: 4);

        world.Update(Configs.Rolling("1", wait: 60), gigabytes: 8).ToTheEnd();

        world.Deployment.Rollback!.ToString().Should().Be("launch 2 old | shift -2 | retire 2 new");
        world.Component.FailureReason.Should().Be(FailureReasons.NoRoomForCopy);
        world.Component.CurrentCopies.Should().Be(3);
    }

    [Fact]
    public void Update_RoomForOneBatch_RollsThroughIt()
    {
        var world = new ComponentWorld(instances: 1).Create(copies: 3, gigabytes: 2);

        world.Update(Configs.Rolling("1", wait: 60), gigabytes: 2).ToTheEnd();

        world.Component.FailureReason.Should().BeNull();
        world.Component.Shown.Variants[0].Spec.ModelName.Should().Be("m2");
    }

    [Fact]
    public void Update_ManyCopies_IsPlacedInNoTime()
    {
        var world = new ComponentWorld(instances: 500).Create(copies: 2_000);

        world.Update(Configs.Rolling("50%", wait: 0)).ToTheEnd();

        world.Component.CurrentCopies.Should().Be(2_000);
    }
}
