using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

public sealed class DeploymentConfigTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData(Policies.AllAtOnce)]
    [InlineData(Policies.Canary)]
    [InlineData(Policies.Linear)]
    [InlineData(Policies.Rolling)]
    [InlineData(Policies.RollingBackInBatches)]
    [InlineData("""{"AutoRollbackConfiguration":{}}""")]
    [InlineData("""{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"CAPACITY_PERCENT","Value":25},"WaitIntervalInSeconds":0,"MaximumExecutionTimeoutInSeconds":600}}""")]
    public async Task LastDeploymentConfig_AfterAnUpdate_IsWhatWasGiven(string given)
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();

        await _account.Updates(given);

        Echo(await _account.Describes()).Should().Be(JsonNode.Parse(given)!.ToJsonString());
    }

    [Fact]
    public async Task LastDeploymentConfig_AfterAnUpdateWithoutOne_Stays()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Linear);
        await _account.AdvanceUntil("InService");

        await _account.Updates(config: "blue");

        Echo(await _account.Describes()).Should().Be(Policies.Linear);
        (await _account.Ours("GET endpoints/demo/deployments")).At("0.policy").Should().Be("default");
    }

    [Fact]
    public async Task LastDeploymentConfig_WithoutAny_IsAbsent()
    {
        await _account.HasEndpoint();

        Echo(await _account.Describes()).Should().BeNull();
    }

    [Fact]
    public async Task RetainDeploymentConfig_AfterACreationWithOne_UsesIt()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 4);
        await _account.HasConfig("green", 4);
        await _account.HasAlarm();
        await _account.Does("CreateEndpoint", $$"""{"EndpointName":"demo","EndpointConfigName":"blue","DeploymentConfig":{{Policies.Rolling}}}""");
        await _account.AdvanceUntil("InService");

        await _account.Updates(more: ""","RetainDeploymentConfig":true""");

        (await _account.Ours("GET endpoints/demo/deployments")).Each("", "policy").Should().Equal("rolling", "default");
        Echo(await _account.Describes()).Should().Be(Policies.Rolling);
    }

    [Theory]
    [InlineData("", "6/6 weight 3/3")]
    [InlineData(""","RetainAllVariantProperties":false""", "6/6 weight 3/3")]
    [InlineData(""","RetainAllVariantProperties":true""", "4/4")]
    [InlineData(""","RetainAllVariantProperties":true,"ExcludeRetainedVariantProperties":[{"VariantPropertyType":"DesiredInstanceCount"}]""", "6/6")]
    [InlineData(""","RetainAllVariantProperties":true,"ExcludeRetainedVariantProperties":[{"VariantPropertyType":"DesiredWeight"},{"VariantPropertyType":"DataCaptureConfig"}]""", "4/4 weight 3/3")]
    [InlineData(""","ExcludeRetainedVariantProperties":[{"VariantPropertyType":"DesiredWeight"}]""", "6/6 weight 3/3")]
    public async Task RetainAllVariantProperties_OfAnUpdate_KeepsWhatIsNotExcluded(string flags, string variant)
    {
        await _account.HasEndpoint();
        await _account.Does(
            "CreateEndpointConfig",
            """{"EndpointConfigName":"heavy","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":6,"InitialVariantWeight":3}]}""");

        await _account.Updates(config: "heavy", more: flags);
        await _account.AdvanceUntil("InService");

        (await _account.Moment()).Should().Be($"InService heavy {variant}");
    }

    private static string? Echo(Wire.Fakes.Answer answer) => answer.At("LastDeploymentConfig");
}
