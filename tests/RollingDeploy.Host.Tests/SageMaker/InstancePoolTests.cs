using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>Instance pools and capacity reservations as DescribeEndpoint shows them.</summary>
public sealed class InstancePoolTests(TestHost host)
{
    private const string Pools =
        """ "InstancePools":[{"InstanceType":"ml.c5.large","Priority":5},{"InstanceType":"ml.m5.large","Priority":1}] """;

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Describe_OfAVariantWithPools_CountsEachTypeInOrderOfPriority()
    {
        await Has("blue", Pools);
        await _account.Ours("PUT quotas/ml.m5.large", """{"available":2}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");

        var before = await _account.Describes();
        await _account.AdvanceUntil("InService");

        before.Json["PendingDeploymentSummary"]!["ProductionVariants"]![0]!["InstancePools"]!.ToJsonString().Should().Be(
            """[{"InstanceType":"ml.m5.large","CurrentInstanceCount":0},{"InstanceType":"ml.c5.large","CurrentInstanceCount":0}]""");
        (await _account.Describes()).Json["ProductionVariants"]![0]!["InstancePools"]!.ToJsonString().Should().Be(
            """[{"InstanceType":"ml.m5.large","CurrentInstanceCount":2},{"InstanceType":"ml.c5.large","CurrentInstanceCount":1}]""");
    }

    [Theory]
    [InlineData("{}", 3, 0)]
    [InlineData("""{"available":5}""", 5, 2)]
    public async Task Describe_OfAReservedVariant_SaysWhatIsLeft(string quota, int total, int left)
    {
        await Has("blue", """ "InstanceType":"ml.m5.large","CapacityReservationConfig":{"CapacityReservationPreference":"capacity-reservations-only"} """);
        await _account.Ours("PUT quotas/ml.m5.large", quota);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await _account.AdvanceUntil("InService");

        var variant = (await _account.Describes()).Json["ProductionVariants"]![0]!;

        variant["CapacityReservationConfig"]!.ToJsonString().Should().Be(
            $$"""{"CapacityReservationPreference":"capacity-reservations-only","TotalInstanceCount":{{total}},"AvailableInstanceCount":{{left}},"UsedByCurrentEndpoint":3}""");
        variant["InstancePools"].Should().BeNull();
    }

    private async Task Has(string config, string members)
    {
        await _account.HasModel();
        await _account.Does(
            "CreateEndpointConfig",
            $$$"""{"EndpointConfigName":"{{{config}}}","ProductionVariants":[{"VariantName":"v","ModelName":"model","InitialInstanceCount":3,{{{members}}} }]}""");
    }
}
