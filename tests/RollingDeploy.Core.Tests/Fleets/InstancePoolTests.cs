using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Fleets;

/// <summary>Instance pools: each instance is of the first type, by priority, that can be had.</summary>
public sealed class InstancePoolTests
{
    private const string First = "ml.m5.large";
    private const string Second = "ml.c5.large";

    [Fact]
    public void Create_TheFirstTypeHasRoom_IsOfThatTypeAlone()
    {
        Types(World().Create("v1")).Should().Equal(First, First, First);
    }

    [Fact]
    public void Create_RegionHasTooFewOfTheFirst_TakesTheRestFromTheSecond()
    {
        Types(World().Quota(null, available: 1).Create("v1")).Should().Equal(First, Second, Second);
    }

    [Fact]
    public void Create_QuotaOfTheFirstIsUsedUp_TakesTheRestFromTheSecond()
    {
        Types(World().Quota(2).Create("v1")).Should().Equal(First, First, Second);
    }

    [Fact]
    public void Create_NoTypeHasCapacity_Fails()
    {
        var world = World().Quota(null, available: 1).Quota(null, available: 1, Second).Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.Failed);
        world.Endpoint.FailureReason.Should().Be(FailureReasons.InsufficientCapacity);
    }

    [Fact]
    public void Create_QuotasOfAllTypesLeaveTooLittle_IsRefusedForTheFirst()
    {
        var world = World().Quota(1).Quota(1, instanceType: Second);

        var act = () => world.Create("v1");

        act.Should().Throw<AwsError>().WithMessage("*'ml.m5.large for endpoint usage' is 1 Instances, with current utilization of 0 "
            + "Instances and a request delta of 3 Instances.*");
    }

    [Fact]
    public void Create_FaultOfOneType_FallsBackForThatInstance()
    {
        var world = World();
        world.Apply(new AddFault(
            TestWorld.RegionName, FaultKind.InsufficientCapacity, new FaultScope { InstanceType = First, AtInstance = 2 }, null));

        Types(world.Create("v1")).Should().Equal(First, Second, First);
    }

    [Fact]
    public void Create_PoolWithAModelOfItsOwn_RunsThat()
    {
        var world = World().Quota(null, available: 2).Create("v1");

        world.Endpoint.Current!.Variants[0].Instances.Select(instance => instance.Spec.ModelName).Should().Equal("m", "m", "compiled");
        world.Region.Quotas.Utilization(Second).Should().Be(1);
    }

    [Fact]
    public void Scale_In_TheLastChoiceGoesFirst()
    {
        var world = World().Quota(null, available: 1).Create("v1").Quota(null);

        Types(world.Scale(("a", 4)).ToTheEnd()).Should().Equal(First, Second, Second, First);

        Types(world.Scale(("a", 2)).ToTheEnd()).Should().Equal(First, First);
    }

    [Fact]
    public void CreateEndpointConfig_PoolOfAnUnknownModel_IsRefused()
    {
        var world = new TestWorld();

        var act = () => Config(world);

        act.Should().Throw<AwsError>().WithMessage("Could not find model \"*:model/compiled\".");
    }

    [Fact]
    public void Update_PoolsOfInf1_HasNoGuardrails()
    {
        var world = Config(World().Create("v1"), "v2", "ml.inf1.xlarge");

        world.Update("v2", Configs.Rolling("1", wait: 60));

        world.Deployment.Policy.Should().Be(DeploymentPolicy.Default);
    }

    // Three instances: of the first type, and of the second with another model where the first cannot be had.
    private static TestWorld World()
    {
        var world = new TestWorld();
        world.Apply(new CreateModel(TestWorld.RegionName, "compiled", ["image:c5"], "{}"));
        return Config(world);
    }

    private static TestWorld Config(TestWorld world, string name = "v1", string first = First)
    {
        var variant = new ProductionVariant("a", "m", null, 3, 1) { Pools = [new(first, null), new(Second, "compiled")] };
        world.Apply(new CreateEndpointConfig(TestWorld.RegionName, name, [variant], "{}"));
        return world;
    }

    private static IEnumerable<string?> Types(TestWorld world) =>
        world.Endpoint.Current!.Variants[0].Instances.Select(instance => instance.Spec.InstanceType);
}
