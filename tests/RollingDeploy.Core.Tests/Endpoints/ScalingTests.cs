using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

/// <summary>UpdateEndpointWeightsAndCapacities: the same fleet, another size or other weights.</summary>
public sealed class ScalingTests
{
    [Fact]
    public void Execute_MoreInstances_IsUpdatingUntilTheyServe()
    {
        var world = new TestWorld().Endpoints(2);

        world.Scale(("a", 5));

        world.Endpoint.Status.Should().Be(EndpointStatus.Updating);
        Sizes(world).Should().Equal((2, 5));
        world.Endpoint.Pending.Should().BeNull();
        Sizes(world.Advance(5)).Should().Equal((5, 5));
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Timeline.Should().Equal("0 started", "0 launching", "5 launched", "5 succeeded");
    }

    [Fact]
    public void Execute_FewerInstances_IsUpdatingUntilTheyAreGone()
    {
        var world = new TestWorld().Endpoints(5);

        world.Scale(("a", 2));

        Sizes(world).Should().Equal((2, 2));
        world.Endpoint.Current!.Total.Should().Be(5);
        world.Advance(1).Endpoint.Current!.Total.Should().Be(2);
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Fact]
    public void Execute_OneVariantOutAndOneIn_AddsBeforeItTakes()
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 5)).Create("v1");

        world.Scale(("a", 4), ("b", 1));

        world.Deployment.Forward.ToString().Should().Be("launch 2+0 old | retire 0+4");
        Sizes(world).Should().Equal((2, 4), (5, 1));
        Sizes(world.Advance(5)).Should().Equal((4, 4), (1, 1));
        world.Advance(1).Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Fact]
    public void Execute_WeightsOnly_MovesTrafficAndNoInstance()
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 2)).Create("v1");

        world.Scale(new WeightAndCapacity("b", 3, null));

        Weights(world).Should().Equal((1, 1), (1, 3));
        world.Endpoint.Status.Should().Be(EndpointStatus.Updating);
        Weights(world.Advance(1)).Should().Equal((1, 1), (3, 3));
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        Sizes(world).Should().Equal((2, 2), (2, 2));
    }

    [Fact]
    public void Execute_CountAlone_LeavesWeightsAlone()
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 2)).Create("v1");
        world.Scale(new WeightAndCapacity("b", 0, null)).ToTheEnd();

        world.Scale(("b", 4)).ToTheEnd();

        Weights(world).Should().Equal((1, 1), (0, 0));
        Sizes(world).Should().Equal((2, 2), (4, 4));
    }

    [Fact]
    public void Execute_NeitherWeightNorCount_ChangesNothingAndSucceeds()
    {
        var world = new TestWorld().Endpoints(2);

        world.Scale(new WeightAndCapacity("a", null, null));

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        Sizes(world).Should().Equal((2, 2));
        world.Deployment.Status.Should().Be(DeploymentStatus.Succeeded);
    }

    [Fact]
    public void Execute_ToNothingAndBack_IsInServiceBothTimes()
    {
        var world = new TestWorld { IsAsync = true }.Endpoints(3);

        Sizes(world.Scale(("a", 0)).ToTheEnd()).Should().Equal((0, 0));
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.Endpoint.OldTrafficShare.Should().Be(0);

        Sizes(world.Scale(("a", 2)).ToTheEnd()).Should().Equal((2, 2));
        world.Endpoint.OldTrafficShare.Should().Be(1);
    }

    [Fact]
    public void Execute_WhileItLasts_KeepsTheConfigAndTheLastDeploymentConfig()
    {
        var config = Configs.Rolling("1", wait: 60);
        var world = new TestWorld().Config("v1", 2).Create("v1", config);

        world.Scale(("a", 3)).ToTheEnd();

        world.Endpoint.ConfigName.Should().Be("v1");
        world.Endpoint.LastDeploymentConfig.Should().Be(config);
        world.Region.EndpointConfigs.Get("v1").Variants[0].InitialInstanceCount.Should().Be(2);
    }

    [Fact]
    public void Execute_LiveConfigDeleted_StillScales()
    {
        var world = new TestWorld().Endpoints(2);
        world.Apply(new DeleteEndpointConfig(TestWorld.RegionName, "v1"));

        world.Scale(("a", 3)).ToTheEnd();

        Sizes(world).Should().Equal((3, 3));
    }

    [Fact]
    public void Execute_DeletedAfterwards_TakesEveryInstanceDown()
    {
        var world = new TestWorld().Endpoints(2).Scale(("a", 4)).ToTheEnd();

        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        world.Deployment.Forward.ToString().Should().Be("retire 4");
        world.Advance(1).Region.Endpoints.Count.Should().Be(0);
    }

    [Fact]
    public void Execute_Serverless_KeepsWhatIsNotNamed()
    {
        var world = new TestWorld().ConfigOn(null, "v1", 1).Create("v1");

        world.Scale(new WeightAndCapacity("a", null, null) { Serverless = new(20, null) }).ToTheEnd();
        world.Scale(new WeightAndCapacity("a", null, null) { Serverless = new(null, 5) }).ToTheEnd();

        world.Endpoint.Current!.Variants[0].Serverless.Should().Be(new ServerlessCapacity(20, 5));
        world.Endpoint.Current.Total.Should().Be(1);
    }

    private static IEnumerable<(int, int)> Sizes(TestWorld world) =>
        world.Endpoint.Current!.Variants.Select(variant => (variant.InService, variant.Desired));

    private static IEnumerable<(float, float)> Weights(TestWorld world) =>
        world.Endpoint.Current!.Variants.Select(variant => (variant.Weight, variant.DesiredWeight));
}
