using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Runtime;

/// <summary>Models, containers, explanations and sessions that a request names.</summary>
public sealed class TargetTests(TestHost host)
{
    private const string Target = "X-Amzn-SageMaker-Target-Container-Hostname";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Invoke_OfAContainerByItsName_IsAnsweredByItAlone()
    {
        await Serves("""
            "InferenceExecutionConfig":{"Mode":"Direct"},"Containers":[
             {"ContainerHostname":"first","Image":"registry/image:1","Environment":{"ROLLINGDEPLOY_RESPONSE":"one"}},
             {"ContainerHostname":"second","Image":"registry/image:2","Environment":{"ROLLINGDEPLOY_ERROR_RATE":"1"}}]
            """);

        var first = await _account.Invokes("1", (Target, "first"));
        var second = await _account.Invokes("1", (Target, "second"));
        var none = await _account.Invokes();

        first.Text.Should().Be("one");
        second.At("Message").Should().StartWith("Received server error (500) from second with message");
        none.Header("x-amzn-ErrorType").Should().Be("ValidationError");
        none.At("Message").Should().Be("Endpoint demo is configured for direct invocation: the request is missing a target container hostname header.");
        (await _account.CloudWatch("ListMetrics", """{"MetricName":"ContainerLatency","Dimensions":[{"Name":"ContainerName","Value":"first"}]}"""))
            .Each("Metrics", "MetricName").Should().Equal("ContainerLatency");
    }

    [Fact]
    public async Task CreateModel_OfContainersToBeNamedWithoutNames_IsRefused()
    {
        var answer = await _account.SageMaker(
            "CreateModel", """{"ModelName":"model","InferenceExecutionConfig":{"Mode":"Direct"},"Containers":[{"Image":"registry/image:1","ContainerHostname":"a"},{"Image":"registry/image:2"}]}""");

        answer.At("message").Should().Be("ContainerHostname must be specified for every container when InferenceExecutionConfig.Mode is Direct.");
    }

    [Fact]
    public async Task Invoke_OfAnEndpointOfManyModels_NeedsOne()
    {
        await Serves(""" "PrimaryContainer":{"Image":"registry/image:1","Mode":"MultiModel","ModelDataUrl":"s3://bucket/models/"} """);

        var none = await _account.Invokes();
        var one = await _account.Invokes("1", ("X-Amzn-SageMaker-Target-Model", "a.tar.gz"));

        none.At("Message").Should().MatchRegex("^Request [0-9a-f-]{36} is missing a target model header.$");
        one.Status.Should().Be(200);
    }

    [Fact]
    public async Task Invoke_OfARealServerOfManyModels_TellsItWhich()
    {
        using var server = new LoopbackServer("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
        await Serves($$$""" "PrimaryContainer":{"Image":"registry/image:1","Mode":"MultiModel","Environment":{"ROLLINGDEPLOY_FORWARD_TO":"{{{server.Address}}}"} } """);

        await _account.Invokes("1", ("X-Amzn-SageMaker-Target-Model", "a.tar.gz"));

        server.Request.Should().Contain("X-Amzn-SageMaker-Target-Model: a.tar.gz");
    }

    [Fact]
    public async Task Invoke_OfAnExplainedEndpoint_ComesInItsForm()
    {
        await Serves(
            """ "PrimaryContainer":{"Image":"registry/image:1"} """,
            """ ,"ExplainerConfig":{"ClarifyExplainerConfig":{"EnableExplanations":"`true`","ShapConfig":{"ShapBaselineConfig":{"ShapBaseline":"0,0"}}}} """);

        var answer = await _account.Invokes("1,2", ("X-Amzn-SageMaker-Enable-Explanations", "`false`"));

        answer.ContentType.Should().Be("application/json");
        answer.Text.Should().Be("""{"version":"1.0","predictions":{"content_type":"text/csv","data":"1,2"},"explanations":{}}""");
    }

    [Fact]
    public async Task Invoke_InASession_StaysWithAVariant()
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", """
            {"EndpointConfigName":"c","ProductionVariants":[
             {"VariantName":"one","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1},
             {"VariantName":"two","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}
            """);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");

        var begun = await _account.Invokes("1", ("X-Amzn-SageMaker-Session-Id", "NEW_SESSION"));
        var id = begun.Header("X-Amzn-SageMaker-New-Session-Id")!.Split(';')[0];
        var variants = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            variants.Add((await _account.Invokes("1", ("X-Amzn-SageMaker-Session-Id", id))).Header("x-Amzn-Invoked-Production-Variant")!);
        }

        variants.Should().Equal(begun.Header("x-Amzn-Invoked-Production-Variant"));
    }

    [Fact]
    public async Task Invoke_OfAComponent_TakesOnlyItsOwnVariant()
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", $$"""{"EndpointConfigName":"host","ExecutionRoleArn":"{{Scenes.Role}}","ProductionVariants":[{"VariantName":"AllTraffic","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"host"}""");
        await _account.AdvanceUntil("InService");
        await _account.Does("CreateInferenceComponent", """
            {"InferenceComponentName":"c","EndpointName":"demo","VariantName":"AllTraffic","RuntimeConfig":{"CopyCount":1},
             "Specification":{"ModelName":"model","ComputeResourceRequirements":{"NumberOfCpuCoresRequired":1,"MinMemoryRequiredInMb":1024}}}
            """);
        await _account.Advances(60);
        var component = ("X-Amzn-SageMaker-Inference-Component", "c");

        (await _account.Invokes("1", component, ("X-Amzn-SageMaker-Target-Variant", "AllTraffic"))).Status.Should().Be(200);
        var elsewhere = await _account.Invokes("1", component, ("X-Amzn-SageMaker-Target-Variant", "other"));
        var unnamed = await _account.Invokes();

        elsewhere.At("Message").Should().Be("Inference Component c is not deployed on variant other.");
        unnamed.At("ErrorCode").Should().Be("INFERENCE_COMPONENT_NAME_MISSING");
    }

    private async Task Serves(string containers, string config = "")
    {
        await _account.Does("CreateModel", $$"""{"ModelName":"model","ExecutionRoleArn":"{{Scenes.Role}}",{{containers}}}""");
        await _account.Does("CreateEndpointConfig", $$"""
            {"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}]{{config}}}
            """);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");
    }
}
