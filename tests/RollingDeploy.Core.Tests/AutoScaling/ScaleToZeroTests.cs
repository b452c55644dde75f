using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>What auto scaling takes down to nothing: copies and asynchronous variants, and no other instances.</summary>
public sealed class ScaleToZeroTests
{
    [Fact]
    public void RealTimeVariant_BroughtIntoBoundsOfZero_KeepsAnInstance()
    {
        var scaled = new ScaledWorld();

        scaled.Register(0, 0);

        scaled.World.ToTheEnd();
        scaled.Capacity.Should().Be(1);
    }

    [Fact]
    public void RealTimeVariant_SteppedDownFromItsLastInstance_SaysThatItIsAtItsMinimum()
    {
        var scaled = new ScaledWorld();
        scaled.Register(0, 8);
        var policy = scaled.Step("down", new StepAdjustment(null, null, -10));
        scaled.AlarmActs(policy.Arn);

        scaled.World.SetAlarm("errors", AlarmState.Alarm).Advance(0).ToTheEnd().SetAlarm("errors", AlarmState.Ok);
        scaled.World.Advance(600).SetAlarm("errors", AlarmState.Alarm).Advance(0);

        scaled.Capacity.Should().Be(1);
        scaled.Last.NotScaled!.Code.Should().Be(NotScaledCode.AlreadyAtMinCapacity);
    }

    [Fact]
    public void AsynchronousVariant_GoesToZero()
    {
        var world = new TestWorld();
        world.Apply(new CreateEndpointConfig(
            TestWorld.RegionName, "v1", [new ProductionVariant("a", "m", "ml.m5.large", 2, 1)], "{}")
        {
            Async = new(),
        });
        world.Create("v1");

        world.Apply(
            new RegisterScalableTarget(TestWorld.RegionName, ScaledWorld.Variant.Key) { MinCapacity = 0, MaxCapacity = 0 });

        world.ToTheEnd().Endpoint.Current!.Total.Should().Be(0);
    }

    [Fact]
    public void InferenceComponent_GoesToZero()
    {
        var world = new ComponentWorld().Create(2);
        var copies = ScalableResource.Parse("inference-component/c", ComponentCopies.Name)!;

        world.Apply(new RegisterScalableTarget(TestWorld.RegionName, copies.Key) { MinCapacity = 0, MaxCapacity = 0 });

        world.ToTheEnd().Component.CurrentCopies.Should().Be(0);
    }
}
