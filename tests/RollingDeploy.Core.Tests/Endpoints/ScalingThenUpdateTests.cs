using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

/// <summary>What an update makes of what scaling has set, and of a fleet that was scaled to nothing.</summary>
public sealed class ScalingThenUpdateTests
{
    public static TheoryData<string, DeploymentConfig?> Policies => new()
    {
        { "none", null },
        { "all at once", Configs.AllAtOnce(termination: 30) },
        { "canary", Configs.Canary("1", wait: 30) },
        { "linear", Configs.Linear("1", wait: 30) },
        { "rolling", Configs.Rolling("1", wait: 30, rollback: "1") },
    };

    [Theory]
    [InlineData(RetainedProperties.None, 2, 1)]
    [InlineData(RetainedProperties.InstanceCount, 5, 1)]
    [InlineData(RetainedProperties.Weight, 2, 3)]
    [InlineData(RetainedProperties.InstanceCount | RetainedProperties.Weight, 5, 3)]
    public void UpdateEndpoint_AfterScaling_KeepsOnlyWhatIsRetained(RetainedProperties retain, int instances, float weight)
    {
        var world = new TestWorld().Endpoints(2).Scale(new WeightAndCapacity("a", 3, 5)).ToTheEnd();

        world.Apply(new UpdateEndpoint(TestWorld.RegionName, "e", "v2") { Retained = retain });

        var variant = world.ToTheEnd().Endpoint.Current!.Variants[0];
        (variant.InService, variant.Desired, variant.Weight, variant.DesiredWeight)
            .Should()
            .Be((instances, instances, weight, weight));
    }

    [Fact]
    public void UpdateEndpoint_RolledBackAfterScaling_IsBackAtTheScaledSize()
    {
        var world = new TestWorld().Endpoints(2).Scale(new WeightAndCapacity("a", 3, 5)).ToTheEnd();

        world.Fault(Core.Fleets.FleetSide.New).Update("v2").ToTheEnd();

        var variant = world.Endpoint.Current!.Variants[0];
        (variant.InService, variant.Desired, variant.Weight).Should().Be((5, 5, 3));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void UpdateEndpoint_FromNothing_EndsAtTheNewSize(string policy, DeploymentConfig? config)
    {
        var world = new TestWorld { IsAsync = true }.Endpoints(2).Scale(("a", 0)).ToTheEnd();

        world.Update("v2", config).ToTheEnd();

        (world.Endpoint.ConfigName, world.Endpoint.Current!.InService).Should().Be(("v2", 2), policy);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void UpdateEndpoint_NothingRetained_EndsWithNothing(string policy, DeploymentConfig? config)
    {
        var world = new TestWorld { IsAsync = true }.Endpoints(2).Scale(("a", 0)).ToTheEnd();

        world.Apply(new UpdateEndpoint(TestWorld.RegionName, "e", "v2")
        { DeploymentConfig = config, Retained = RetainedProperties.InstanceCount });

        (world.ToTheEnd().Endpoint.ConfigName, world.Endpoint.Current!.Total).Should().Be(("v2", 0), policy);
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void UpdateEndpoint_FailsFromNothing_IsBackAtNothing(string policy, DeploymentConfig? config)
    {
        var world = new TestWorld { IsAsync = true }.Endpoints(2)
            .Scale(("a", 0))
            .ToTheEnd()
            .Fault(Core.Fleets.FleetSide.New, atInstance: 2);

        world.Update("v2", config).ToTheEnd();

        (world.Endpoint.ConfigName, world.Endpoint.Current!.Total).Should().Be(("v1", 0), policy);
        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }
}
