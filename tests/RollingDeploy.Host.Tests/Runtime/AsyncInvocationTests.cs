using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Runtime;

public sealed class AsyncInvocationTests(TestHost host)
{
    private static readonly (string Name, string Value) Input = ("X-Amzn-SageMaker-InputLocation", "s3://bucket/question.csv");

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Async_OfAnAsynchronousEndpoint_SaysWhereTheAnswerWouldBe()
    {
        await HasAsyncEndpoint();

        var answer = await _account.Runtime("demo/async-invocations", null, Input);

        answer.Status.Should().Be(202);
        var id = answer.At("InferenceId");
        answer.Header("X-Amzn-SageMaker-OutputLocation").Should().Be($"s3://bucket/out/{id}.out");
        answer.Header("X-Amzn-SageMaker-FailureLocation").Should().Be($"s3://bucket/failed/{id}-error.out");
    }

    [Fact]
    public async Task Async_WithNamesOfItsOwn_UsesThem()
    {
        await HasAsyncEndpoint();

        var answer = await _account.Runtime(
            "demo/async-invocations", null, Input, ("X-Amzn-SageMaker-Inference-Id", "mine"),
            ("X-Amzn-SageMaker-S3OutputPathExtension", "day/one"), ("X-Amzn-SageMaker-Filename", "answer.csv"));

        answer.Text.Should().Be("""{"InferenceId":"mine"}""");
        answer.Header("X-Amzn-SageMaker-OutputLocation").Should().Be("s3://bucket/out/day/one/answer.csv");
    }

    [Fact]
    public async Task Async_WithAModelThatErrs_IsAcceptedAndCounted()
    {
        await HasAsyncEndpoint("ROLLINGDEPLOY_ERROR_RATE", "1");

        var answer = await _account.Runtime("demo/async-invocations", null, Input);

        answer.Status.Should().Be(202);
        await _account.Advances(1);
        (await _account.Sum("Invocation5XXErrors")).Should().Be(1);
        (await _account.Sum("InvocationFailures")).Should().Be(1);
        (await _account.Sum("InvocationsProcessed")).Should().Be(0);
    }

    [Fact]
    public async Task Metrics_OfAnAsynchronousEndpoint_AreAClosedList()
    {
        await HasAsyncEndpoint();
        await _account.Ours("PUT endpoints/demo/traffic", """{"requestsPerSecond":10}""");

        await _account.Runtime("demo/async-invocations", null, Input);
        await _account.Advances(120);

        var names = (await _account.CloudWatch("ListMetrics", """{"Namespace":"AWS/SageMaker"}""")).Each("Metrics", "MetricName").Distinct();
        names.Should().BeEquivalentTo(
            "Invocation4XXErrors", "Invocation5XXErrors", "ModelLatency", "InvocationsProcessed", "InvocationFailures", "TimeInBacklog",
            "TotalProcessingTime", "ApproximateBacklogSize", "ApproximateBacklogSizePerInstance", "HasBacklogWithoutCapacity",
            "ApproximateAgeOfOldestRequest", "RequestDownloadLatency", "ResponseUploadLatency", "RequestDownloadFailures",
            "ResponseUploadFailures", "NotificationFailures", "ExpiredRequests");
    }

    [Fact]
    public async Task Request_UntilItsEnd_IsShownWithItsAnswer()
    {
        await HasAsyncEndpoint();

        var id = (await _account.Runtime("demo/async-invocations", "1,2,3", ("X-Amzn-SageMaker-Content-Type", "text/csv"))).At("InferenceId");

        var before = await _account.Ours($"GET endpoints/demo/invocations/{id}");
        await _account.Advances(1);
        var after = await _account.Ours($"GET endpoints/demo/invocations/{id}");
        (before.At("state"), before.At("body"), before.At("variant")).Should().Be(("processing", null, "AllTraffic"));
        (after.At("state"), after.At("status"), after.At("body"), after.At("contentType")).Should().Be(("completed", "200", "1,2,3", "text/csv"));
        after.At("outputLocation").Should().Be($"s3://bucket/out/{id}.out");
    }

    [Theory]
    [InlineData("a/b?c d", "a%2Fb%3Fc%20d")]
    [InlineData("a/b", "a/b")]
    [InlineData("100%2F", "100%252F")]
    public async Task Request_WithAnyInferenceId_IsFound(string id, string path)
    {
        await HasAsyncEndpoint();
        await _account.Runtime("demo/async-invocations", null, Input, ("X-Amzn-SageMaker-Inference-Id", id));

        var shown = await _account.Ours($"GET endpoints/demo/invocations/{path}");

        shown.At("inferenceId").Should().Be(id);
    }

    [Theory]
    [InlineData("GET endpoints/none/invocations/x", "There is no endpoint 'none'")]
    [InlineData("GET endpoints/demo/invocations/x", "There is no asynchronous request 'x' of endpoint 'demo'")]
    public async Task Request_ThatIsNotThere_Is404(string route, string sentence)
    {
        await HasAsyncEndpoint();

        var answer = await _account.Ours(route);

        answer.Status.Should().Be(404);
        answer.At("detail").Should().StartWith(sentence);
    }

    [Theory]
    [InlineData(null, null, "Exactly one of InputLocation and Body must be specified.")]
    [InlineData("s3://bucket/in", "1,2,3", "Exactly one of InputLocation and Body must be specified.")]
    public async Task Async_WithBothInputsOrNone_IsAValidationError(string? location, string? body, string sentence)
    {
        await HasAsyncEndpoint();

        var answer = await _account.Runtime(
            "demo/async-invocations", body, location is null ? [] : [("X-Amzn-SageMaker-InputLocation", location)]);

        (answer.Status, answer.Header("x-amzn-ErrorType")).Should().Be((400, "ValidationError"));
        answer.At("Message").Should().Be(sentence);
    }

    [Theory]
    [InlineData(128_000, 202)]
    [InlineData(128_001, 400)]
    public async Task Async_OfALongBody_IsRefusedAbove128000Bytes(int length, int status)
    {
        await HasAsyncEndpoint();

        var answer = await _account.Runtime("demo/async-invocations", new string('x', length));

        answer.Status.Should().Be(status);
        (answer.At("Message") ?? "Request oversize body.").Should().EndWith("oversize body.");
    }

    [Theory]
    [InlineData("59", "Value '59' at 'requestTTLSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60")]
    [InlineData("soon", "The value of 'RequestTTLSeconds' must be an integer.")]
    [InlineData("99999999999999999999", "The value of 'RequestTTLSeconds' must be an integer.")]
    public async Task Async_WithATimeThatCannotBe_IsAValidationError(string seconds, string sentence)
    {
        await HasAsyncEndpoint();

        var answer = await _account.Runtime("demo/async-invocations", null, Input, ("X-Amzn-SageMaker-RequestTTLSeconds", seconds));

        answer.Header("x-amzn-ErrorType").Should().Be("ValidationError");
        answer.At("Message").Should().Contain(sentence);
    }

    [Fact]
    public async Task Invoke_OfAnAsynchronousEndpoint_IsRefused()
    {
        await HasAsyncEndpoint();

        var answer = await _account.Invokes();

        answer.At("Message").Should().Be("Endpoint demo is an asynchronous inference endpoint; call it by InvokeEndpointAsync.");
    }

    private async Task HasAsyncEndpoint(string variable = "NAME", string value = "value")
    {
        (await _account.CreatesModel(variable, value)).Status.Should().Be(200);
        await _account.Does("CreateEndpointConfig", """
            {"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}],
             "AsyncInferenceConfig":{"OutputConfig":{"S3OutputPath":"s3://bucket/out/","S3FailurePath":"s3://bucket/failed"}}}
            """);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");
    }
}
