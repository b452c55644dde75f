using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>UpdateEndpointWeightsAndCapacities and what DescribeEndpoint shows at each moment of it.</summary>
public sealed class ScalingTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task ScaleOut_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasEndpoint();

        var answer = await Scale("""{"VariantName":"AllTraffic","DesiredInstanceCount":6}""");

        answer.Should().Be($$"""{"EndpointArn":"arn:aws:sagemaker:us-east-1:{{_account.Id}}:endpoint/demo"}""");
        (await _account.MomentsAt(0, 4.999, 5)).Should().Equal(
            "Updating blue 4/6 Updating: Scaling out desired instance count to 6.",
            "Updating blue 4/6 Updating: Scaling out desired instance count to 6.",
            "InService blue 6/6");
    }

    [Fact]
    public async Task ScaleIn_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasEndpoint();

        await Scale("""{"VariantName":"AllTraffic","DesiredInstanceCount":1,"DesiredWeight":3}""");

        (await _account.MomentsAt(0, 1, 2)).Should().Equal(
            "Updating blue 4/1 weight 1/3 Updating: Scaling in desired instance count to 1.",
            "Updating blue 4/1 weight 1/3 Updating: Scaling in desired instance count to 1.",
            "InService blue 1/1 weight 3/3");
    }

    [Fact]
    public async Task Weights_AtEachMoment_ShowNoVariantStatus()
    {
        await _account.HasEndpoint();

        await Scale("""{"VariantName":"AllTraffic","DesiredWeight":0.5}""");

        (await _account.MomentsAt(0, 1)).Should().Equal("Updating blue 4/4 weight 1/0.5", "InService blue 4/4 weight 0.5/0.5");
    }

    [Fact]
    public async Task ScaleOut_ThatFails_RollsBackAndSaysWhy()
    {
        await _account.HasEndpoint();
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity","fleet":"old","atInstance":2,"times":1}""");

        await Scale("""{"VariantName":"AllTraffic","DesiredInstanceCount":6,"DesiredWeight":2}""");

        (await _account.MomentsAt(5, 6)).Should().Equal(
            "RollingBack blue 5/6 weight 1/2 Updating: Scaling in desired instance count to 4.",
            "InService blue 4/4 ! Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
            + "Please retry using a different ML instance type or after some time.");
    }

    [Fact]
    public async Task Scaling_WhileItLasts_HasNoPendingDeploymentAndOneTime()
    {
        await _account.HasEndpoint();
        await _account.Advances(55);

        await Scale("""{"VariantName":"AllTraffic","DesiredInstanceCount":6}""");
        var during = await _account.Describes();
        await _account.AdvanceUntil("InService");

        during.At("PendingDeploymentSummary").Should().BeNull();
        during.At("LastModifiedTime").Should().Be("1.89345606E9");
        during.At("ProductionVariants.0.VariantStatus.0.StartTime").Should().Be("1.89345606E9");
        (await _account.Describes()).At("LastModifiedTime").Should().Be("1.893456065E9");
    }

    [Theory]
    [InlineData("", "InService green 4/4")]
    [InlineData(""","RetainAllVariantProperties":false,"ExcludeRetainedVariantProperties":[{"VariantPropertyType":"DesiredWeight"}]""", "InService green 4/4")]
    [InlineData(""","RetainAllVariantProperties":true""", "InService green 6/6 weight 2/2")]
    [InlineData(""","RetainAllVariantProperties":true,"ExcludeRetainedVariantProperties":[{"VariantPropertyType":"DesiredWeight"}]""", "InService green 6/6")]
    [InlineData(""","RetainAllVariantProperties":true,"ExcludeRetainedVariantProperties":[{"VariantPropertyType":"DesiredInstanceCount"}]""", "InService green 4/4 weight 2/2")]
    public async Task Update_AfterScaling_KeepsWhatIsRetained(string more, string expected)
    {
        await _account.HasEndpoint();
        await Scale("""{"VariantName":"AllTraffic","DesiredInstanceCount":6,"DesiredWeight":2}""");
        await _account.AdvanceUntil("InService");

        await _account.Updates(more: more);
        await _account.AdvanceUntil("InService");

        (await _account.Moment()).Should().Be(expected);
    }

    [Fact]
    public async Task Serverless_GivenAnotherConcurrency_IsUpdatingUntilItHasIt()
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", """{"EndpointConfigName":"blue","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":2048,"MaxConcurrency":5}}]}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await _account.AdvanceUntil("InService");

        await Scale("""{"VariantName":"AllTraffic","ServerlessUpdateConfig":{"MaxConcurrency":20,"ProvisionedConcurrency":2}}""");
        var during = await _account.Describes();
        await _account.Advances(1);
        var after = await _account.Describes();

        const string old = """{"MemorySizeInMB":2048,"MaxConcurrency":5}""";
        const string given = """{"MemorySizeInMB":2048,"MaxConcurrency":20,"ProvisionedConcurrency":2}""";
        Concurrency(during).Should().Be(("Updating", old, given));
        Concurrency(after).Should().Be(("InService", given, given));
        after.At("ProductionVariants.0.DesiredInstanceCount").Should().BeNull();
    }

    private static (string? Status, string? Current, string? Desired) Concurrency(Answer answer) => (
        answer.At("EndpointStatus"),
        answer.At("ProductionVariants.0.CurrentServerlessConfig"),
        answer.At("ProductionVariants.0.DesiredServerlessConfig"));

    private async Task<string> Scale(string variants) => (await _account.Does(
        "UpdateEndpointWeightsAndCapacities", $$"""{"EndpointName":"demo","DesiredWeightsAndCapacities":[{{variants}}]}""")).Text;
}
