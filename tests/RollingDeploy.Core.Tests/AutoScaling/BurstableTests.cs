using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>
/// Variants on burstable instances cannot be registered (developer guide, automatic scaling of SageMaker AI models).
/// </summary>
public sealed class BurstableTests
{
    [Theory]
    [InlineData("ml.t2.medium", true)]
    [InlineData("ml.t2.2xlarge", true)]
    [InlineData("ml.t3.medium", true)]
    [InlineData("ml.t4g.large", true)]
    [InlineData("ml.m5.large", false)]
    [InlineData("ml.trn1.2xlarge", false)]
    [InlineData("ml.c7i.large", false)]
    public void Register_VariantByInstanceType_IsRefusedIfItIsBurstable(string type, bool isBurstable)
    {
        var world = new TestWorld().ConfigOn(type, "v1").Create("v1");

        var register = () => world.Apply(Register());

        if (isBurstable)
        {
            register.Should().Throw<AwsError>().WithMessage(
                $"You cannot register a variant with {type} instance type as a scalable target. This is because the burstable performance "
                + "of these instances can lead to unpredictable behavior with Auto Scaling.")
                .Which.Shape.Should().Be("ValidationException");
            world.Region.Scaling.Targets.Should().BeEmpty();
        }
        else
        {
            register.Should().NotThrow();
        }
    }

    [Fact]
    public void Update_OfAScaledVariantToABurstableType_IsRefused()
    {
        var world = new TestWorld().ConfigOn("ml.m5.large", "v1").ConfigOn("ml.t2.medium", "v2").Create("v1");
        world.Apply(Register());

        var update = () => world.Update("v2");

        update.Should().Throw<AwsError>().WithMessage("The instance type of variant*");
    }

    private static RegisterScalableTarget Register() =>
        new(TestWorld.RegionName, ScaledWorld.Variant.Key) { MinCapacity = 1, MaxCapacity = 2 };
}
