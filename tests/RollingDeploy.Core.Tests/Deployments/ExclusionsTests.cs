using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>Other variant names: the update falls back to all at once, and says nothing.</summary>
public sealed class ExclusionsTests
{
    private static readonly DeploymentConfig Guarded = Configs.Canary("1", wait: 60, termination: 60).Watching("bad");

    [Fact]
    public void UpdateEndpoint_VariantAdded_FallsBackWithoutGuardrails()
    {
        var world = new TestWorld().Config("v1", ("a", 2)).Config("v2", ("a", 2), ("b", 3)).Create("v1").Alarm("bad");

        world.Update("v2", Guarded).ToTheEnd();

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Default);
        world.Deployment.Forward.ToString().Should().Be("launch 2+3 | shift 2+3 | retire 2+0");
        world.Endpoint.Current!.Variants.Select(variant => variant.InService).Should().Equal(2, 3);
        world.Endpoint.LastDeploymentConfig.Should().Be(Guarded);
    }

    [Fact]
    public void UpdateEndpoint_VariantRemoved_TakesItsInstancesToo()
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 3)).Config("v2", ("b", 3)).Create("v1").Alarm("bad");

        world.Update("v2", Guarded).ToTheEnd();

        world.Deployment.Forward.ToString().Should().Be("launch 3+0 | shift 3+0 | retire 3+2");
        world.Endpoint.Current!.Total.Should().Be(3);
    }

    [Fact]
    public void UpdateEndpoint_VariantRenamed_ReplacesOneByTheOther()
    {
        var world = new TestWorld().Config("v1", ("a", 2)).Config("v2", ("b", 2)).Create("v1");

        world.Update("v2", Configs.Rolling("1", wait: 60)).ToTheEnd();

        world.Deployment.Forward.ToString().Should().Be("launch 2+0 | shift 2+0 | retire 0+2");
        world.Endpoint.Current!.Find("a").Should().BeNull();
        world.Endpoint.Current.Find("b")!.InService.Should().Be(2);
    }

    [Fact]
    public void UpdateEndpoint_NoCapacityForAnAddedVariant_GoesBackToTheOldOnes()
    {
        var world = new TestWorld().Config("v1", ("a", 2)).Config("v2", ("a", 2), ("b", 3)).Create("v1");

        world.Fault(Core.Fleets.FleetSide.New, atInstance: 3).Update("v2").ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Endpoint.Current!.Variants.Select(variant => variant.Spec.VariantName).Should().Equal("a");
        world.Endpoint.Current.InService.Should().Be(2);
    }
}
