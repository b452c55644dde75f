using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

/// <summary>A shadow variant is a fleet like any other, except that no traffic is its own.</summary>
public sealed class ShadowVariantTests
{
    private const string Type = "ml.m5.large";

    [Fact]
    public void CreateEndpoint_WithAShadow_LaunchesAndCountsItToo()
    {
        var world = World().Create("v1");

        world.Deployment.Forward.ToString().Should().Be("launch 4+2");
        world.Region.Quotas.Utilization(Type).Should().Be(6);
        world.Endpoint.Current!.Find("s")!.InService.Should().Be(2);
    }

    [Fact]
    public void CreateEndpoint_ShadowBeyondTheQuota_IsRefused()
    {
        var world = World().Quota(limit: 5);

        world.Invoking(it => it.Create("v1")).Should().Throw<AwsError>().Which.Shape.Should().Be("ResourceLimitExceeded");
    }

    [Fact]
    public void CreateEndpoint_NoCapacityForTheShadow_Fails()
    {
        var world = World().Quota(limit: null, available: 5).Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.Failed);
    }

    [Theory]
    [InlineData("launching", 0)]
    [InlineData("bakeStarted", 0.25)]
    public void UpdateEndpoint_ByCanary_SharesTrafficAsIfTheShadowWereNotThere(string reached, double share)
    {
        var world = World().Create("v1").Update("v2", Configs.Canary("1", wait: 60)).Until(reached);

        world.Endpoint.NewTrafficShare.Should().Be(share);
        world.Endpoint.OldTrafficShare.Should().Be(1 - share);
    }

    [Fact]
    public void UpdateEndpoint_Rolling_CountsProductionVariantsOnly()
    {
        var world = World().Create("v1").Update("v2", Configs.Rolling("2", wait: 60)).ToTheEnd();

        world.Deployment.Forward.ToString().Should().Be(
            "launch 2+1 | shift 2+1 | bake 60s | retire 2+1 | launch 2+1 | shift 2+1 | bake 60s | retire 2+1");
        world.Endpoint.ConfigName.Should().Be("v2");
        world.Endpoint.Current!.Variants.Select(variant => variant.InService).Should().Equal(4, 2);
    }

    [Fact]
    public void UpdateEndpoint_RollingThatRollsBackInBatches_BringsTheShadowBack()
    {
        var world = World().Create("v1").Alarm("bad").Update("v2", Configs.Rolling("2", 60, rollback: "1").Watching("bad"));

        world.Until("bakeStarted", times: 2).SetAlarm("bad", Core.Alarms.AlarmState.Alarm).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Endpoint.Current!.Variants.Select(variant => variant.InService).Should().Equal(4, 2);
    }

    [Fact]
    public void UpdateEndpoint_ToNoShadow_StaysGuarded()
    {
        var world = World().Config("plain", 4).Create("v1").Update("plain", Configs.Canary("1", wait: 60)).ToTheEnd();

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Canary);
        world.Endpoint.Current!.Total.Should().Be(4);
        world.Region.Quotas.Utilization(Type).Should().Be(4);
    }

    [Fact]
    public void UpdateEndpoint_ShadowBecomesProduction_ReplacesBoth()
    {
        var world = World().Config("promoted", ("s", 4)).Create("v1").Update("promoted").ToTheEnd();

        world.Endpoint.Current!.Variants.Select(variant => (variant.Spec.VariantName, variant.InService)).Should().Equal(("s", 4));
    }

    [Fact]
    public void Scale_OfTheShadow_ChangesItsWeightAndCount()
    {
        var world = World().Create("v1").Scale(new WeightAndCapacity("s", 0.5f, 3)).ToTheEnd();

        var shadow = world.Endpoint.Current!.Find("s")!;
        (shadow.Weight, shadow.InService).Should().Be((0.5f, 3));
    }

    // The configurations v1 and v2: four instances of a, and two of its shadow s.
    private static TestWorld World()
    {
        var world = new TestWorld();
        foreach (var name in (string[])["v1", "v2"])
        {
            world.Apply(new CreateEndpointConfig(
                TestWorld.RegionName,
                name,
                [new("a", "m", Type, 4, 1), new("s", "m", Type, 2, 1) { IsShadow = true }],
                "{}"));
        }

        return world;
    }
}
