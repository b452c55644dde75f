using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>UpdateInferenceComponentRuntimeConfig.</summary>
public sealed class CopyScalingTests
{
    [Theory]
    [InlineData(2, 5, "launch 3 old")]
    [InlineData(5, 2, "retire 3")]
    [InlineData(2, 0, "retire 2")]
    [InlineData(2, 2, "")]
    public void Execute_OtherNumber_MovesOnlyTheDifference(int from, int to, string plan)
    {
        var world = new ComponentWorld().Create(from);
        var first = world.Component.Current!.Variants[0].Instances[^1];

        world.Scale(to).ToTheEnd();

        world.Deployment.Forward.ToString().Should().Be(plan);
        world.Component.Status.Should().Be(InferenceComponentStatus.InService);
        world.Component.CurrentCopies.Should().Be(to);
        world.Component.DesiredCopies.Should().Be(to);
        world.Component.Current.Variants[0].Instances.Contains(first).Should().Be(to > 0, "what stays is not made anew");
    }

    [Fact]
    public void Execute_FromNone_ComesBack()
    {
        var world = new ComponentWorld().Create(copies: 2).Scale(0).ToTheEnd();

        world.Scale(3).ToTheEnd();

        world.Component.CurrentCopies.Should().Be(3);
    }

    [Fact]
    public void Execute_ACopyFails_GoesBackToTheNumberBefore()
    {
        var world = new ComponentWorld().Create(copies: 2).Fault(FleetSide.Old, atCopy: 2);

        world.Scale(5).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Component.Status.Should().Be(InferenceComponentStatus.InService);
        world.Component.FailureReason.Should().Be(FailureReasons.InsufficientCapacity);
        (world.Component.DesiredCopies, world.Component.CurrentCopies).Should().Be((2, 2));
    }
}
