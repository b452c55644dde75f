using Microsoft.AspNetCore.Mvc.Testing;

namespace RollingDeploy.Host.Tests.SageMaker.InferenceComponents;

/// <summary>What DescribeInferenceComponent shows, and when.</summary>
public sealed class DescribeTests(WebApplicationFactory<Program> host) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task Describe_InService_ShowsWhatWasGiven()
    {
        var stage = await ComponentHost.Open(host);

        await stage.Component("Mixed-Case", specification: """
            {"Container":{"Image":"repository/image:1","ArtifactUrl":"s3://b/a.tar.gz","Environment":{"K":"V"}},
             "StartupParameters":{"ModelDataDownloadTimeoutInSeconds":60},
             "ComputeResourceRequirements":{"NumberOfCpuCoresRequired":0.5,"MinMemoryRequiredInMb":1024},
             "DataCacheConfig":{"EnableCaching":true}}
            """);

        var shown = await stage.Describe("mixed-case");
        shown["InferenceComponentName"]!.GetValue<string>().Should().Be("Mixed-Case");
        shown["InferenceComponentArn"]!.GetValue<string>().Should().Be(stage.Arn("inference-component", "mixed-case"));
        shown["EndpointArn"]!.GetValue<string>().Should().Be(stage.Arn("endpoint", "e"));
        shown["VariantName"]!.GetValue<string>().Should().Be("a");
        shown["InferenceComponentStatus"]!.GetValue<string>().Should().Be("InService");
        shown["RuntimeConfig"]!.ToJsonString().Should().Be("""{"DesiredCopyCount":2,"CurrentCopyCount":2}""");
        var specification = shown["Specification"]!;
        specification["Container"]!["DeployedImage"]!["SpecifiedImage"]!.GetValue<string>().Should().Be("repository/image:1");
        specification["Container"]!["Environment"]!.ToJsonString().Should().Be("""{"K":"V"}""");
        specification["StartupParameters"]!["ModelDataDownloadTimeoutInSeconds"]!.GetValue<int>().Should().Be(60);
        specification["ComputeResourceRequirements"]!.ToJsonString().Should().Be(
            """{"NumberOfCpuCoresRequired":0.5,"MinMemoryRequiredInMb":1024}""");
        specification["DataCacheConfig"]!["EnableCaching"]!.GetValue<bool>().Should().BeTrue();
        shown.AsObject().Should().NotContainKey("LastDeploymentConfig").And.NotContainKey("FailureReason");
    }

    [Fact]
    public async Task Describe_Specifications_ShowsThemAndWhereTheCopiesAre()
    {
        var stage = await ComponentHost.Open(host);
        await stage.Call("CreateInferenceComponent", $$"""
            {"InferenceComponentName":"c","EndpointName":"e","VariantName":"a","Specifications":[
              {"InstanceType":"ml.g5.2xlarge","ModelName":"m1","ComputeResourceRequirements":{{ComponentHost.Needs}}},
              {"InstanceType":"ml.m5.large","ModelName":"m2","ComputeResourceRequirements":{{ComponentHost.Needs}}}]}
            """);

        await stage.Advance(5);

        var shown = await stage.Describe();
        shown.AsObject().Should().NotContainKey("Specification");
        shown["Specifications"]!.AsArray().Should().HaveCount(2);
        shown["RuntimeConfig"]!["PlacementStatus"]!.ToJsonString().Should().Be(
            """[{"InstanceType":"ml.m5.large","CurrentCopyCount":1}]""");
    }

    [Fact]
    public async Task Describe_DuringAnUpdate_ShowsTheOldSpecificationAndBothCounts()
    {
        var stage = await (await ComponentHost.Open(host)).Component(copies: 4);
        await stage.Call("UpdateInferenceComponent", Rolling);

        await stage.Advance(10);

        var shown = await stage.Describe();
        shown["InferenceComponentStatus"]!.GetValue<string>().Should().Be("Updating");
        shown["Specification"]!["ModelName"]!.GetValue<string>().Should().Be("m1");
        shown["RuntimeConfig"]!.ToJsonString().Should().Be("""{"DesiredCopyCount":6,"CurrentCopyCount":6}""");
        shown["LastDeploymentConfig"]!.ToJsonString().Should().Be(
            """
            {"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"COPY_COUNT","Value":2},"WaitIntervalInSeconds":300,
            "RollbackMaximumBatchSize":{"Type":"CAPACITY_PERCENT","Value":100}}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Describe_WhileCopiesGo_StillCountsThem()
    {
        var stage = await (await ComponentHost.Open(host)).Component(copies: 4);

        await stage.Scale(1);
        var during = await stage.Describe();
        await stage.Advance(1);
        var after = await stage.Describe();

        during["InferenceComponentStatus"]!.GetValue<string>().Should().Be("Updating");
        during["RuntimeConfig"]!.ToJsonString().Should().Be("""{"DesiredCopyCount":1,"CurrentCopyCount":4}""");
        after["RuntimeConfig"]!.ToJsonString().Should().Be("""{"DesiredCopyCount":1,"CurrentCopyCount":1}""");
    }

    [Fact]
    public async Task Describe_AfterAnUpdate_ShowsTheNewOne()
    {
        var stage = await (await ComponentHost.Open(host)).Component(copies: 4);
        await stage.Call("UpdateInferenceComponent", Rolling);

        await stage.Ours(HttpMethod.Post, "clock/advance", """{"until":{"inferenceComponent":"c","status":"InService"}}""");

        var shown = await stage.Describe();
        shown["InferenceComponentStatus"]!.GetValue<string>().Should().Be("InService");
        shown["Specification"]!["ModelName"]!.GetValue<string>().Should().Be("m2");
        shown["RuntimeConfig"]!.ToJsonString().Should().Be("""{"DesiredCopyCount":6,"CurrentCopyCount":6}""");
    }

    [Fact]
    public async Task Describe_Failed_StillShowsWhatWasAskedFor()
    {
        var stage = await (await ComponentHost.Open(host)).Component(
            copies: 3, specification: ComponentHost.Taking(8192));

        var shown = await stage.Describe();

        shown["InferenceComponentStatus"]!.GetValue<string>().Should().Be("Failed");
        shown["FailureReason"]!.GetValue<string>().Should().StartWith("Not enough hardware resources");
        shown["Specification"]!["ModelName"]!.GetValue<string>().Should().Be("m1");
        shown["RuntimeConfig"]!.ToJsonString().Should().Be("""{"DesiredCopyCount":3,"CurrentCopyCount":0}""");
    }

    [Theory]
    [InlineData("DescribeEndpoint", """{"EndpointName":"e"}""")]
    [InlineData("DescribeEndpointConfig", """{"EndpointConfigName":"CONFIG"}""")]
    public async Task Describe_OfAVariantForComponents_ShowsNoWeight(string operation, string body)
    {
        var stage = await (await ComponentHost.Open(host)).Component();
        var config = (await stage.Call("DescribeEndpoint", """{"EndpointName":"e"}"""))!["EndpointConfigName"]!.GetValue<string>();

        var shown = await stage.Call(operation, body.Replace("CONFIG", config, StringComparison.Ordinal));

        shown!["ProductionVariants"]![0]!.AsObject().Select(member => member.Key).Should()
            .Contain("VariantName").And.NotContain(name => name.EndsWith("Weight", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Describe_Adapter_HasNoRuntimeConfig()
    {
        var stage = await (await ComponentHost.Open(host)).Component();
        await stage.Call("CreateInferenceComponent", """
            {"InferenceComponentName":"adapter","EndpointName":"e",
             "Specification":{"BaseInferenceComponentName":"c","Container":{"ArtifactUrl":"s3://b/adapter.tar.gz"}}}
            """);

        await stage.Advance(5);

        var shown = await stage.Describe("adapter");
        shown["InferenceComponentStatus"]!.GetValue<string>().Should().Be("InService");
        var specification = shown["Specification"]!.AsObject();
        specification["ComputeResourceRequirements"]!.ToJsonString().Should().Be(
            (await stage.Describe())["Specification"]!["ComputeResourceRequirements"]!.ToJsonString(), "it is that of its base");
        specification.Remove("ComputeResourceRequirements");
        specification.ToJsonString().Should().Be(
            """{"Container":{"ArtifactUrl":"s3://b/adapter.tar.gz"},"BaseInferenceComponentName":"c"}""");
        shown.AsObject().Should().NotContainKey("RuntimeConfig");
    }

    [Fact]
    public async Task DescribeEndpoint_InstanceAddedForACopy_CountsIt()
    {
        var stage = await ComponentHost.Open(
            host, scaling: ""","ManagedInstanceScaling":{"Status":"ENABLED","MaxInstanceCount":3}""");
        await stage.Component(copies: 3, specification: ComponentHost.Taking(8192));

        var shown = await stage.Call("DescribeEndpoint", """{"EndpointName":"e"}""");

        shown!["EndpointStatus"]!.GetValue<string>().Should().Be("InService");
        shown["ProductionVariants"]![0]!["CurrentInstanceCount"]!.GetValue<int>().Should().Be(3);
        shown["ProductionVariants"]![0]!["DesiredInstanceCount"]!.GetValue<int>().Should().Be(3);
    }

    private const string Rolling = $$$"""
        {"InferenceComponentName":"c","Specification":{"ModelName":"m2","ComputeResourceRequirements":{{{ComponentHost.Needs}}}},
         "RuntimeConfig":{"CopyCount":6},"DeploymentConfig":{"RollingUpdatePolicy":{
           "MaximumBatchSize":{"Type":"COPY_COUNT","Value":2},"WaitIntervalInSeconds":300,
           "RollbackMaximumBatchSize":{"Type":"CAPACITY_PERCENT","Value":100} } } }
        """;
}
