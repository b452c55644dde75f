using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Behaviors;

public sealed class EnvironmentBehaviorTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task CreateModel_WithEverythingSaid_BehavesSo()
    {
        await _account.Does("CreateModel", """
            {"ModelName":"model","PrimaryContainer":{"Image":"i","Environment":{"OTHER":"x",
             "ROLLINGDEPLOY_LATENCY_MS":"40","ROLLINGDEPLOY_LATENCY_P99_MS":"1e2","ROLLINGDEPLOY_ERROR_RATE":"0.25","ROLLINGDEPLOY_CLIENT_ERROR_RATE":"0.5",
             "ROLLINGDEPLOY_ERRORS_AFTER_SECONDS":"30","ROLLINGDEPLOY_ERRORS_BEYOND_INSTANCES":"2","ROLLINGDEPLOY_STARTUP_SECONDS":"90",
             "ROLLINGDEPLOY_PING":"fail","ROLLINGDEPLOY_RESPONSE":"{\"a\":1}","ROLLINGDEPLOY_RESPONSE_CONTENT_TYPE":"application/json"}}}
            """);

        var answer = await _account.Ours("GET models/model/behavior");

        answer.Text.Should().Be(
            """{"model":"model","inEffect":{"latencyMs":{"median":40,"p99":100},"errorRate":0.25,"clientErrorRate":0.5,"errorsAfterSeconds":30,"errorsBeyondInstances":2,"startupSeconds":90,"ping":"fail","response":{"contentType":"application/json","body":"{\"a\":1}","kind":"fixed"}},"replays":true}""");
    }

    [Fact]
    public async Task CreateModel_OfSeveralContainers_TakesTheLastWord()
    {
        await _account.Does("CreateModel", """
            {"ModelName":"model","Containers":[
             {"Image":"a","Environment":{"ROLLINGDEPLOY_ERROR_RATE":"0.1","ROLLINGDEPLOY_LATENCY_MS":"5"}},
             {"Image":"b"},
             {"Image":"c","Environment":{"ROLLINGDEPLOY_ERROR_RATE":"0.2"}}]}
            """);

        var answer = await _account.Ours("GET models/model/behavior");

        answer.At("inEffect.errorRate").Should().Be("0.2");
        answer.At("inEffect.latencyMs.median").Should().Be("5");
    }

    [Theory]
    [InlineData("ROLLINGDEPLOY_ERROR_RATE", "1.5", "The environment variable ROLLINGDEPLOY_ERROR_RATE is 1.5; it must be a number from 0 to 1.")]
    [InlineData("ROLLINGDEPLOY_ERROR_RATE", "NaN", "The environment variable ROLLINGDEPLOY_ERROR_RATE is NaN; it must be a number from 0 to 1.")]
    [InlineData("ROLLINGDEPLOY_ERROR_RATE", "", "The environment variable ROLLINGDEPLOY_ERROR_RATE is ; it must be a number from 0 to 1.")]
    [InlineData("ROLLINGDEPLOY_LATENCY_MS", "fast", "The environment variable ROLLINGDEPLOY_LATENCY_MS is fast; it must be a number of milliseconds from 0 to 3600000.")]
    [InlineData("ROLLINGDEPLOY_ERRORS_BEYOND_INSTANCES", "1.5", "The environment variable ROLLINGDEPLOY_ERRORS_BEYOND_INSTANCES is 1.5; it must be a whole number of instances, 0 or more.")]
    [InlineData("ROLLINGDEPLOY_PING", "1", "The environment variable ROLLINGDEPLOY_PING is 1; it must be ok or fail.")]
    [InlineData("ROLLINGDEPLOY_RESPONSE_KIND", "fixed", "The environment variable ROLLINGDEPLOY_RESPONSE is not given; it must be given if the kind is fixed or template.")]
    [InlineData("ROLLINGDEPLOY_RESPONSE_CONTENT_TYPE", "ä", "The environment variable ROLLINGDEPLOY_RESPONSE_CONTENT_TYPE is ä; it must be a media type such as application/json.")]
    public async Task CreateModel_WithAValueThatMakesNoSense_NamesTheVariableAndWhatItCanBe(
        string variable, string value, string message)
    {
        var answer = await _account.CreatesModel(variable, value);

        answer.Status.Should().Be(400);
        answer.At("__type").Should().Be("ValidationException");
        answer.At("message").Should().Be(message);
        (await _account.Does("ListModels", "{}")).At("Models").Should().Be("[]");
    }

    [Fact]
    public async Task CreateModel_WithAMisspeltVariable_ListsThoseThatAre()
    {
        var answer = await _account.CreatesModel("ROLLINGDEPLOY_EROR_RATE", "1");

        answer.At("message").Should().StartWith("RollingDeploy does not know the environment variable ROLLINGDEPLOY_EROR_RATE. It knows ROLLINGDEPLOY_LATENCY_MS, ");
    }

    [Fact]
    public async Task Component_WithAContainer_BehavesAsItsEnvironmentSays()
    {
        await HasHostingEndpoint();
        await _account.Does("CreateInferenceComponent", Component("""{"Image":"i","Environment":{"ROLLINGDEPLOY_RESPONSE":"from {variant}","ROLLINGDEPLOY_RESPONSE_KIND":"template"}}"""));
        await _account.Advances(60);

        var answer = await _account.Invokes("1", ("X-Amzn-SageMaker-Inference-Component", "c"));
        var without = await _account.Invokes();

        answer.Text.Should().Be("from v");
        without.At("Message").Should().StartWith("Inference Component Name header is required");
    }

    [Fact]
    public async Task Component_WithAValueThatMakesNoSense_IsRefused()
    {
        await HasHostingEndpoint();

        var answer = await _account.SageMaker("CreateInferenceComponent", Component("""{"Image":"i","Environment":{"ROLLINGDEPLOY_PING":"maybe"}}"""));

        answer.At("message").Should().Be("The environment variable ROLLINGDEPLOY_PING is maybe; it must be ok or fail.");
    }

    private async Task HasHostingEndpoint()
    {
        await _account.Does("CreateEndpointConfig", $$"""
            {"EndpointConfigName":"c","ExecutionRoleArn":"{{Scenes.Role}}","ProductionVariants":[{"VariantName":"v","InstanceType":"ml.g5.2xlarge","InitialInstanceCount":1}]}
            """);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");
    }

    private static string Component(string container) => $$$$"""
        {"InferenceComponentName":"c","EndpointName":"demo","VariantName":"v","RuntimeConfig":{"CopyCount":1},
         "Specification":{"Container":{{{{container}}}},"ComputeResourceRequirements":{"NumberOfCpuCoresRequired":1,"MinMemoryRequiredInMb":1024}}}
        """;
}
