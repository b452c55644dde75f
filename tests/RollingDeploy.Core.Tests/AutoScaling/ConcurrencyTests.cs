using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>
/// The Provisioned Concurrency of a serverless variant as a scalable dimension (developer guide, automatically scale Provisioned
/// Concurrency for a serverless endpoint).
/// </summary>
public sealed class ConcurrencyTests
{
    private static readonly VariantConcurrency Concurrency = new("endpoint/e/variant/a", "e", "a");

    [Fact]
    public void Register_AboveTheConcurrency_RaisesIt()
    {
        var world = Serverless(new(20, 2));

        world.Apply(Register(5, 10));
        world.ToTheEnd();

        VariantOf(world).Serverless.Should().Be(new ServerlessCapacity(20, 5));
        Last(world).Should().Be(
            "Setting desired provisioned concurrency to 5. | minimum capacity was set to 5 | Successfully set desired provisioned "
            + "concurrency to 5. Change successfully fulfilled by sagemaker.");
    }

    [Fact]
    public void Schedule_InTheEvening_LowersIt()
    {
        var world = Serverless(new(20, 8));
        world.Apply(Register(1, 10));
        world.Apply(new PutScheduledAction(TestWorld.RegionName, Concurrency.Key, "evening") { Schedule = "rate(1 hour)", Bounds = new(1, 2) });

        world.Advance(3600).ToTheEnd();

        VariantOf(world).Serverless.Should().Be(new ServerlessCapacity(20, 2));
    }

    [Fact]
    public void Scale_BeyondTheMaximumConcurrency_Fails()
    {
        var world = Serverless(new(20, 2));

        world.Apply(Register(21, 30));
        world.ToTheEnd();

        VariantOf(world).Serverless.Should().Be(new ServerlessCapacity(20, 2));
        Last(world).Should().Contain(
            "Failed to set desired provisioned concurrency to 21. Reason: Variant a: ProvisionedConcurrency must be less than or equal to MaxConcurrency.");
    }

    [Fact]
    public void Scale_ToZero_KeepsOne()
    {
        var world = Serverless(new(20, 2));

        world.Apply(Register(0, 0));
        world.ToTheEnd();

        VariantOf(world).Serverless!.ProvisionedConcurrency.Should().Be(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ml.m5.large")]
    public void Register_VariantWithoutProvisionedConcurrency_IsRefused(string? instanceType)
    {
        var world = new TestWorld().ConfigOn(instanceType, "v1").Create("v1");

        var register = () => world.Apply(Register(1, 2));

        register.Should().Throw<AwsError>().WithMessage(
            "SageMaker endpoint variant with Provisioned Concurrency doesn't exist: endpoint/e/variant/a");
    }

    [Fact]
    public void Update_ToInstances_DeregistersTheTarget()
    {
        var world = Serverless(new(20, 2));
        world.Apply(Register(1, 2));

        world.ConfigOn("ml.m5.large", "v2").Update("v2").ToTheEnd();

        world.Region.Scaling.Targets.Should().BeEmpty();
    }

    private static TestWorld Serverless(ServerlessCapacity capacity)
    {
        var world = new TestWorld();
        world.Apply(new CreateEndpointConfig(
            TestWorld.RegionName, "v1", [new ProductionVariant("a", "m", null, 1, 1) { Serverless = capacity }], "{}"));
        return world.Create("v1");
    }

    private static RegisterScalableTarget Register(int min, int max) =>
        new(TestWorld.RegionName, Concurrency.Key) { MinCapacity = min, MaxCapacity = max };

    private static VariantFleet VariantOf(TestWorld world) => world.Endpoint.Current!.Variants[0];

    private static string Last(TestWorld world) =>
        world.Region.Scaling.Activities.At(world.World.Now).Last() is var last ? $"{last.Description} | {last.Cause} | {last.StatusMessage}" : "";
}
