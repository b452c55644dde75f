using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>The end of a component.</summary>
public sealed class DeleteInferenceComponentTests
{
    [Fact]
    public void Execute_AnyComponent_IsGoneWhenItsCopiesAre()
    {
        var world = new ComponentWorld().Create(copies: 2).Delete();
        world.Component.Status.Should().Be(InferenceComponentStatus.Deleting);

        world.Advance(1);

        world.Endpoints.Region.InferenceComponents.Count.Should().Be(0);
        world.Endpoints.Endpoint.InferenceComponents.Should().BeEmpty();
        world.Endpoints.World.InTransition.Should().Be(0);
    }

    [Fact]
    public void Execute_FailedComponent_IsGoneAtOnce()
    {
        var world = new ComponentWorld(instances: 1).Create(copies: 1, gigabytes: 9).Delete();

        world.Endpoints.Region.InferenceComponents.Count.Should().Be(0);
    }

    [Fact]
    public void Execute_AdapterFirst_ThenTheBaseCanGo()
    {
        var world = new ComponentWorld().Create(copies: 1).Adapter();

        world.Delete("adapter").ToTheEnd().Delete().ToTheEnd();

        world.Endpoints.Region.InferenceComponents.Count.Should().Be(0);
    }

    [Fact]
    public void DeleteEndpoint_AfterItsComponents_IsAccepted()
    {
        var world = new ComponentWorld().Create(copies: 1).Delete().ToTheEnd();

        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        world.ToTheEnd().Endpoints.Region.Endpoints.Count.Should().Be(0);
    }

    [Fact]
    public void Execute_WithTags_ForgetsThem()
    {
        var world = new ComponentWorld().Create(copies: 1);
        var arn = world.Component.Arn;
        world.Apply(new AddTags(TestWorld.RegionName, arn, [new Tag("team", "ml")]));

        world.Delete().ToTheEnd();

        world.Endpoints.Region.Tags.Of(arn).Should().BeEmpty();
    }
}
