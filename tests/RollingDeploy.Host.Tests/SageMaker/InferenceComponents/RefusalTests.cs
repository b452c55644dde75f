using Microsoft.AspNetCore.Mvc.Testing;

namespace RollingDeploy.Host.Tests.SageMaker.InferenceComponents;

/// <summary>Refusals that are decided on the wire; the others are the core's.</summary>
public sealed class RefusalTests(WebApplicationFactory<Program> host) : IClassFixture<WebApplicationFactory<Program>>
{
    private const string Spec = $$$"""{"ModelName":"m2","ComputeResourceRequirements":{{{ComponentHost.Needs}}}}""";

    [Theory]
    [InlineData(
        "CreateInferenceComponent",
        """{"InferenceComponentName":"x","EndpointName":"e","VariantName":"a"}""",
        "Either Specification or Specifications must be specified.")]
    [InlineData(
        "CreateInferenceComponent",
        $$$"""{"InferenceComponentName":"x","EndpointName":"e","VariantName":"a","Specification":{{{Spec}}},"Specifications":[{{{Spec}}}]}""",
        "Only one of Specification and Specifications can be specified.")]
    [InlineData(
        "UpdateInferenceComponent",
        $$$"""{"InferenceComponentName":"c","Specification":{{{Spec}}},"Specifications":[{{{Spec}}}]}""",
        "Only one of Specification and Specifications can be specified.")]
    [InlineData(
        "UpdateInferenceComponent",
        """{"InferenceComponentName":"c"}""",
        "At least one of Specification, Specifications and RuntimeConfig must be specified.")]
    [InlineData(
        "UpdateInferenceComponent",
        $$$"""
        {"InferenceComponentName":"c","Specification":{{{Spec}}},"DeploymentConfig":{"RollingUpdatePolicy":{
          "MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":0} } }
        """,
        "1 validation error detected: Value 'INSTANCE_COUNT' at 'deploymentConfig.rollingUpdatePolicy.maximumBatchSize.type' failed to "
        + "satisfy constraint: Member must satisfy enum value set: [COPY_COUNT, CAPACITY_PERCENT]")]
    [InlineData(
        "UpdateInferenceComponent",
        $$$"""{"InferenceComponentName":"c","Specification":{{{Spec}}},"DeploymentConfig":{}}""",
        "1 validation error detected: Value null at 'deploymentConfig.rollingUpdatePolicy' failed to satisfy constraint: Member must not "
        + "be null")]
    [InlineData(
        "UpdateInferenceComponentRuntimeConfig",
        """{"InferenceComponentName":"c","DesiredRuntimeConfig":{}}""",
        "1 validation error detected: Value null at 'desiredRuntimeConfig.copyCount' failed to satisfy constraint: Member must not be null")]
    public async Task Call_NotAsItMustBe_SaysWhy(string operation, string body, string expected)
    {
        var stage = await (await ComponentHost.Open(host)).Component();

        var message = await stage.Refusal(operation, body);

        message.Should().Be(expected);
    }

    [Fact]
    public async Task Describe_Unknown_NamesTheArn()
    {
        var stage = await ComponentHost.Open(host);

        var message = await stage.Refusal("DescribeInferenceComponent", """{"InferenceComponentName":"None"}""");

        message.Should().Be($"Could not find inference component \"{stage.Arn("inference-component", "none")}\".");
    }
}
