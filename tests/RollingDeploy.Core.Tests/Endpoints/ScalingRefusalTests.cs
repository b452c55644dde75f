using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

public sealed class ScalingRefusalTests
{
    public static TheoryData<string, WeightAndCapacity[]> Refusals => new()
    {
        {
            "The variant name(s) \"x\" is/are not present within endpoint configuration \"v1\".",
            [new("x", 1, null)]
        },
        {
            "The variant name(s) \"x, A\" is/are not present within endpoint configuration \"v1\".",
            [new("x", 1, null), new("b", null, 3), new("A", 1, null)]
        },
        {
            "The variant name \"b\" was non-unique within the request.",
            [new("b", 1, null), new("a", 1, null), new("b", null, 3)]
        },
        {
            "The variant name \"x\" was non-unique within the request.",
            [new("x", 1, null), new("x", 1, null)]
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Execute_OddVariants_IsRefusedAndChangesNothing(string message, WeightAndCapacity[] desired)
    {
        var world = new TestWorld().Config("v1", ("a", 2), ("b", 2)).Create("v1");
        var before = StatePrinter.Text(world.World);

        var act = () => world.Scale(desired);

        act.Should().Throw<AwsError>().WithMessage(message);
        StatePrinter.Text(world.World).Should().Be(before);
    }

    [Theory]
    [InlineData(null, 11)]
    [InlineData(3, null)]
    [InlineData(5, 6)]
    public void Execute_MoreProvisionedThanThereCanBe_IsRefusedAndChangesNothing(int? most, int? provisioned)
    {
        var world = new TestWorld().ConfigOn(null, "v1", 1).Create("v1");
        world.Scale(new WeightAndCapacity("a", null, null) { Serverless = new(null, 4) }).ToTheEnd();
        var before = StatePrinter.Text(world.World);

        var act = () => world.Scale(new WeightAndCapacity("a", null, null) { Serverless = new(most, provisioned) });

        act.Should().Throw<AwsError>()
            .WithMessage("Variant a: ProvisionedConcurrency must be less than or equal to MaxConcurrency.");
        StatePrinter.Text(world.World).Should().Be(before);
    }

    [Fact]
    public void Execute_UnknownEndpoint_IsRefused()
    {
        var act = () => new TestWorld().Scale(("a", 1));

        act.Should().Throw<AwsError>()
            .WithMessage("Could not find endpoint \"arn:aws:sagemaker:us-east-1:123456789012:endpoint/e\".");
    }

    [Fact]
    public void Execute_MoreThanAnyFleetHas_IsRefusedAndChangesNothing()
    {
        var world = new TestWorld().Endpoints(2);
        var before = StatePrinter.Text(world.World);

        var act = () => world.Scale(("a", 2_000_000_000));

        act.Should().Throw<AwsError>().Which.Shape.Should().Be("ResourceLimitExceeded");
        StatePrinter.Text(world.World).Should().Be(before);
    }

    [Fact]
    public void Execute_CountOfAServerlessVariant_IsRefused()
    {
        var world = new TestWorld().ConfigOn(null, "v1", 1).Create("v1");

        var act = () => world.Scale(("a", 4));

        act.Should().Throw<AwsError>().WithMessage("DesiredInstanceCount cannot be specified for the serverless variant \"a\".");
        world.Endpoint.Current!.Total.Should().Be(1);
    }

    [Fact]
    public void Execute_ServerlessConfigOfAVariantOfInstances_IsRefused()
    {
        var world = new TestWorld().Endpoints(2);

        var act = () => world.Scale(new WeightAndCapacity("a", null, null) { Serverless = new(20, null) });

        act.Should().Throw<AwsError>().WithMessage("ServerlessUpdateConfig cannot be specified for the variant \"a\": it is not serverless.");
    }
}
