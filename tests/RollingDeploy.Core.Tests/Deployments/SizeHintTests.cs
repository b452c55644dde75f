using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments;

/// <summary>A size that is refused: AWS's text says neither what was given nor what would be right, so the hint does.</summary>
public sealed class SizeHintTests
{
    [Theory]
    [InlineData("rolling", "60%", 6, "MaximumBatchSize is 60 %. 60 % of 6 is 3.6 instances; 5–50 % is 1 to 3 instances.")]
    [InlineData("rolling", "4%", 6, "MaximumBatchSize is 4 %. 4 % of 6 is 0.24 instances; 5–50 % is 1 to 3 instances.")]
    [InlineData("rolling", "4", 6, "MaximumBatchSize is 4 instances. 4 of 6 is 66.67 %; 5–50 % is 1 to 3 instances.")]
    [InlineData("rolling", "1", 100, "MaximumBatchSize is 1 instance. 1 of 100 is 1 %; 5–50 % is 5 to 50 instances.")]
    [InlineData("rolling", "2", 1, "MaximumBatchSize is 2 instances. 2 of 1 is 200 %; 5–50 % is 1 instance.")]
    [InlineData("canary", "51%", 4, "CanarySize is 51 %. 51 % of 4 is 2.04 instances; at most 50 % is 1 to 2 instances.")]
    [InlineData("canary", "3", 4, "CanarySize is 3 instances. 3 of 4 is 75 %; at most 50 % is 1 to 2 instances.")]
    [InlineData("linear", "9%", 20, "LinearStepSize is 9 %. 9 % of 20 is 1.8 instances; 10–50 % is 2 to 10 instances.")]
    [InlineData("linear", "11", 20, "LinearStepSize is 11 instances. 11 of 20 is 55 %; 10–50 % is 2 to 10 instances.")]
    [InlineData("rollback", "120%", 6, "RollbackMaximumBatchSize is 120 %. 120 % of 6 is 7.2 instances; 1–100 % is 1 to 6 instances.")]
    [InlineData("rolling", "2147483647%", 6, "MaximumBatchSize is 2147483647 %. 2147483647 % of 6 is 128849018.82 instances; 5–50 % is 1 to 3 instances.")]
    public void Update_WithASizeOutOfRange_SaysWhatItIsAndWhatWouldBeRight(string policy, string size, int instances, string hint)
    {
        var world = TestWorld.Instant.Config("v1", instances).Config("v2", instances).Create("v1");

        HintOf(() => world.Update("v2", Policy(policy, size))).Should().Be(hint);
    }

    [Theory]
    [InlineData(DeploymentPolicy.Canary, "CanarySize is missing. Of 6 instances at most 50 % is 1 to 3 instances.")]
    [InlineData(DeploymentPolicy.Linear, "LinearStepSize is missing. Of 6 instances 10–50 % is 1 to 3 instances.")]
    public void Update_WithoutItsSize_SaysWhatWouldBeRight(DeploymentPolicy policy, string hint)
    {
        var world = TestWorld.Instant.Config("v1", 6).Config("v2", 6).Create("v1");

        HintOf(() => world.Update("v2", new DeploymentConfig { BlueGreen = new(policy, 0) })).Should().Be(hint);
    }

    [Fact]
    public void Update_ToAnotherNumberOfInstances_CountsTheNewOnesAndForARollbackTheOld()
    {
        var world = TestWorld.Instant.Config("v1", 4).Config("v2", 10).Create("v1");

        HintOf(() => world.Update("v2", Configs.Rolling("60%", 0))).Should().Contain("60 % of 10 is 6 instances; 5–50 % is 1 to 5");
        HintOf(() => world.Update("v2", Configs.Rolling("1", 0, rollback: "101%"))).Should().Contain("101 % of 4 is 4.04 instances");
    }

    [Fact]
    public void Update_OfSeveralVariants_NamesThoseThatItDoesNotFit()
    {
        var world = TestWorld.Instant.Config("v1", ("a", 8), ("b", 4)).Config("v2", ("a", 8), ("b", 4)).Create("v1");

        HintOf(() => world.Update("v2", Configs.Linear("3", 0))).Should().Be(
            "LinearStepSize is 3 instances. Variant b: 3 of 4 is 75 %; 10–50 % is 1 to 2 instances.");
        HintOf(() => world.Update("v2", Configs.Linear("60%", 0))).Should().Be(
            "LinearStepSize is 60 %. Variant a: 60 % of 8 is 4.8 instances; 10–50 % is 1 to 4 instances. "
            + "Variant b: 60 % of 4 is 2.4 instances; 10–50 % is 1 to 2 instances.");
    }

    [Fact]
    public void Create_WithASizeOutOfRange_CountsTheConfigurationsInstances()
    {
        var world = TestWorld.Instant.Config("v1", 6);

        HintOf(() => world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1", Configs.Rolling("51%", 0)))).Should().Be(
            "MaximumBatchSize is 51 %. 51 % of 6 is 3.06 instances; 5–50 % is 1 to 3 instances.");
    }

    [Fact]
    public void Update_WithTheRetainedConfigThatNoLongerFits_SaysWhatItWas()
    {
        var world = TestWorld.Instant.Config("v1", 4).Config("v2", 2).Create("v1", Configs.Rolling("2", 0));

        HintOf(() => world.Update("v2", retain: true)).Should().Be(
            "MaximumBatchSize is 2 instances. 2 of 2 is 100 %; 5–50 % is 1 instance.");
    }

    [Theory]
    [InlineData("60%", "MaximumBatchSize is 60 %. 60 % of 6 is 3.6 copies; 5–50 % is 1 to 3 copies.")]
    [InlineData("4", "MaximumBatchSize is 4 copies. 4 of 6 is 66.67 %; 5–50 % is 1 to 3 copies.")]
    public void UpdateInferenceComponent_WithASizeOutOfRange_CountsCopies(string size, string hint)
    {
        var components = new ComponentWorld().Create(6);

        HintOf(() => components.Apply(new UpdateInferenceComponent(TestWorld.RegionName, "c")
        {
            CopyCount = 6,
            DeploymentConfig = Configs.Rolling(size, 0),
        })).Should().Be(hint);
    }

    private static DeploymentConfig Policy(string name, string size) => name switch
    {
        "rolling" => Configs.Rolling(size, 0),
        "canary" => Configs.Canary(size, 0),
        "linear" => Configs.Linear(size, 0),
        _ => Configs.Rolling("1", 0, rollback: size),
    };

    private static string? HintOf(Action update) => update.Should().Throw<AwsError>().Which.Hint;
}
