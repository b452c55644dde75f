using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>What is registered, and what else changes it.</summary>
public sealed class RegistrationTests
{
    private readonly ScaledWorld _scaled = new();

    [Theory]
    [InlineData(6, 8, 6, "minimum capacity was set to 6")]
    [InlineData(1, 3, 3, "maximum capacity was set to 3")]
    public void Register_CapacityOutsideTheBounds_IsBroughtIntoThem(int min, int max, int expected, string cause)
    {
        _scaled.Register(min, max);

        (_scaled.Capacity, _scaled.Last.Cause).Should().Be((expected, cause));
    }

    [Fact]
    public void Register_WhileTheEndpointChanges_WaitsForIt()
    {
        _scaled.World.Update("v2");

        _scaled.Register(6, 8);

        _scaled.Capacity.Should().Be(4);
        _scaled.Activities.Should().BeEmpty();
        _scaled.World.ToTheEnd().Advance(60);
        (_scaled.Capacity, _scaled.Last.Cause).Should().Be((6, "minimum capacity was set to 6"));
    }

    [Fact]
    public void Register_TwoVariantsOfOneEndpoint_ComeIntoTheirBoundsOneAfterTheOther()
    {
        var world = new TestWorld().Config("v1", ("a", 1), ("b", 1)).Create("v1");

        foreach (var variant in (string[])["a", "b"])
        {
            var resource = ScalableResource.Parse($"endpoint/e/variant/{variant}", "sagemaker:variant:DesiredInstanceCount")!;
            world.Apply(new RegisterScalableTarget(TestWorld.RegionName, resource.Key) { MinCapacity = 3, MaxCapacity = 5 });
        }

        world.Advance(60);
        world.Endpoint.Current!.Variants.Select(variant => variant.InService).Should().Equal(3, 3);
    }

    [Fact]
    public void Register_Again_ChangesWhatIsGiven()
    {
        var arn = _scaled.Target.Arn;
        _scaled.Register(null, null, new(Out: true));

        _scaled.Register(null, 5, new(In: true));

        (_scaled.Target.Arn, _scaled.Target.MinCapacity, _scaled.Target.MaxCapacity).Should().Be((arn, 2, 5));
        _scaled.Target.Suspended.Should().Be(new SuspendedScaling(In: true, Out: true));
    }

    [Fact]
    public void Deregister_Target_TakesItsPoliciesAndTheirAlarms()
    {
        _scaled.Track();

        _scaled.World.Apply(new DeregisterScalableTarget(TestWorld.RegionName, ScaledWorld.Variant.Key));

        _scaled.World.Region.Scaling.Targets.Should().BeEmpty();
        _scaled.World.Region.Alarms.OfMetrics.Should().BeEmpty();
        _scaled.Minutes(5, 500).Capacity.Should().Be(4);
    }

    [Fact]
    public void DeleteEndpoint_OfAScaledVariant_Deregisters()
    {
        _scaled.Track();

        _scaled.World.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        _scaled.World.Region.Scaling.Targets.Should().BeEmpty();
        _scaled.World.Region.Alarms.OfMetrics.Should().BeEmpty();
    }

    [Fact]
    public void UpdateEndpoint_ThatDropsAScaledVariant_DeregistersItWhenItHasSucceeded()
    {
        _scaled.Track();
        _scaled.World.Config("other", ("b", 2));

        _scaled.World.Update("other");

        _scaled.World.Region.Scaling.Targets.Should().ContainSingle("the update may yet be taken back");
        _scaled.World.ToTheEnd();
        _scaled.World.Region.Scaling.Targets.Should().BeEmpty();
        _scaled.World.Region.Alarms.OfMetrics.Should().BeEmpty();
    }

    [Fact]
    public void UpdateEndpoint_ThatDropsAScaledVariantAndRollsBack_KeepsTheTarget()
    {
        _scaled.World.Config("other", ("b", 2)).Fault(FleetSide.New);

        _scaled.World.Update("other").ToTheEnd();

        (_scaled.World.Deployment.Status, _scaled.Target.MinCapacity).Should().Be((DeploymentStatus.RolledBack, 2));
    }

    [Fact]
    public void Register_WhileTheEndpointIsDeleted_IsRefused()
    {
        _scaled.World.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        var register = () => _scaled.Register(1, 2);

        register.Should().Throw<AwsError>().WithMessage("SageMaker endpoint variant doesn't exist: endpoint/e/variant/a");
    }

    [Fact]
    public void UpdateEndpoint_ToAnotherInstanceTypeOfAScaledVariant_IsRefused()
    {
        _scaled.World.ConfigOn("ml.g5.xlarge", "other", 4);

        var update = () => _scaled.World.Update("other");

        update.Should().Throw<AwsError>().WithMessage(
            "The instance type of variant \"a\" cannot be changed while it is registered as an Application Auto Scaling scalable target. "
            + "Deregister the target first.");
        _scaled.World.Apply(new DeregisterScalableTarget(TestWorld.RegionName, ScaledWorld.Variant.Key));
        update.Should().NotThrow();
    }

    [Theory]
    [InlineData(RetainedProperties.InstanceCount, 6)]
    [InlineData(RetainedProperties.None, 4)]
    public void UpdateEndpoint_AfterScaling_KeepsTheCountWhereItIsRetained(RetainedProperties retain, int expected)
    {
        _scaled.Track();
        _scaled.Minutes(3, 150);
        _scaled.World.ToTheEnd();

        _scaled.World.Apply(new UpdateEndpoint(TestWorld.RegionName, "e", "v2") { Retained = retain });
        _scaled.World.ToTheEnd();

        _scaled.World.Endpoint.Current!.InService.Should().Be(expected);
    }

    [Theory]
    [InlineData("endpoint/e/variant/b", VariantInstances.Name, "SageMaker endpoint variant doesn't exist: endpoint/e/variant/b")]
    [InlineData("inference-component/c", ComponentCopies.Name, "SageMaker inference component doesn't exist: inference-component/c")]
    public void Register_WhatIsNotThere_IsRefused(string id, string dimension, string message)
    {
        var register = () => _scaled.World.Apply(
            new RegisterScalableTarget(TestWorld.RegionName, ScalableResource.Parse(id, dimension)!.Key)
            { MinCapacity = 1, MaxCapacity = 2 });

        register.Should().Throw<AwsError>().WithMessage(message);
    }
}
