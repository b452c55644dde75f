using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>The beginning of a component.</summary>
public sealed class CreateInferenceComponentTests
{
    [Fact]
    public void Execute_RoomForAll_IsInServiceWhenTheCopiesAreUp()
    {
        var world = new ComponentWorld().Begin(copies: 2);
        world.Component.Status.Should().Be(InferenceComponentStatus.Creating);

        world.Advance(5);

        world.Component.Status.Should().Be(InferenceComponentStatus.InService);
        world.Component.CurrentCopies.Should().Be(2);
        world.Component.LastModifiedTime.Should().Be(world.Component.CreationTime.AddSeconds(5));
        world.Deployment.Forward.ToString().Should().Be("launch 2");
    }

    [Fact]
    public void Execute_AnyComponent_LeavesTheEndpointInService()
    {
        var world = new ComponentWorld().Begin(copies: 2);

        world.Endpoints.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoints.Endpoint.Deployments.Should().ContainSingle("only its creation was a deployment of the endpoint");
    }

    [Fact]
    public void Execute_ACopyFails_EndsAsFailedAndShowsWhatWasAskedFor()
    {
        var world = new ComponentWorld().Fault(Core.Fleets.FleetSide.New, atCopy: 2).Create(copies: 2);

        world.Component.Status.Should().Be(InferenceComponentStatus.Failed);
        world.Component.FailureReason.Should().Be(FailureReasons.InsufficientCapacity);
        world.Component.CurrentCopies.Should().Be(0);
        world.Component.DesiredCopies.Should().Be(2);
    }

    [Fact]
    public void Execute_NameOfOneThatIsGone_IsFreeAgain()
    {
        var world = new ComponentWorld().Create(copies: 1).Delete().ToTheEnd();

        world.Create(copies: 3);

        world.Component.CurrentCopies.Should().Be(3);
        world.Endpoints.World.InTransition.Should().Be(0);
    }

    [Fact]
    public void Execute_Adapter_TakesItsVariantFromTheBaseAndNoRoom()
    {
        var world = new ComponentWorld(instances: 1).Create(copies: 8);

        world.Adapter();

        world.Find("adapter").Status.Should().Be(InferenceComponentStatus.InService);
        world.Find("adapter").VariantName.Should().Be("a");
        world.Find("adapter").Base.Should().Be(world.Component);
    }

    [Fact]
    public void Execute_Succeeds_IsDescribedInTheJournalByCopies()
    {
        var world = new ComponentWorld().Create(copies: 2);

        world.Record.Journal.Select(entry => entry.Sentence).Should().Equal(
            "CreateInferenceComponent: launch 2.",
            "Launching 2 new copies.",
            "2 new copies are in service.",
            "The inference component is in service.");
        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
    }
}
