using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Runtime;

public sealed class InvokeEndpointTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Invoke_OfAModelOfWhichNothingWasSaid_IsItsEcho()
    {
        await _account.HasEndpoint();

        var answer = await _account.Invokes("1,2,3");

        answer.Status.Should().Be(200);
        answer.Text.Should().Be("1,2,3");
        answer.ContentType.Should().Be("text/csv");
        answer.Header("x-Amzn-Invoked-Production-Variant").Should().Be("AllTraffic");
        answer.Header("X-Amzn-SageMaker-New-Session-Id").Should().BeNull();
        (await _account.Sum("Invocations")).Should().Be(1);
        (await _account.Sum("ModelLatency")).Should().BeGreaterThan(0, "the latency is virtual, and the clock is frozen");
    }

    [Fact]
    public async Task Invoke_WithAnEmptyContentType_IsAnsweredWithOne()
    {
        await _account.HasEndpoint();

        var answer = await _account.Send(
            HttpMethod.Post, "/endpoints/demo/invocations", "1", "",
            ("Authorization", $"AWS4-HMAC-SHA256 Credential={_account.Id}/20300101/us-east-1/sagemaker/aws4_request, SignedHeaders=host, Signature=0"));

        answer.Status.Should().Be(200, answer.Text);
        answer.ContentType.Should().Be("application/octet-stream");
    }

    [Fact]
    public async Task Invoke_WithHeaders_AnswersWhatBelongsToThem()
    {
        await _account.HasEndpoint();

        var answer = await _account.Invokes(
            "a",
            ("X-Amzn-SageMaker-Custom-Attributes", "trace=7"), ("X-Amzn-SageMaker-Session-Id", "NEW_SESSION"),
            ("X-Amzn-SageMaker-Target-Variant", "AllTraffic"), ("X-Amzn-SageMaker-Inference-Id", "id with blanks"));

        answer.Status.Should().Be(200, answer.Text);
        answer.Header("X-Amzn-SageMaker-Custom-Attributes").Should().Be("trace=7");
        answer.Header("X-Amzn-SageMaker-New-Session-Id").Should().MatchRegex("^[0-9a-f-]{36}; Expires=2030-01-01T01:00:[0-9]{2}Z$");
    }

    [Theory]
    [InlineData("demo/invocations", "X-Amzn-SageMaker-Target-Variant", "other", "Variant other was not found for endpoint demo.")]
    [InlineData("DEMO/invocations", "Accept", "text/csv", "Endpoint DEMO of account {0} not found.")]
    [InlineData("none/invocations", "Accept", "text/csv", "Endpoint none of account {0} not found.")]
    [InlineData("demo/invocations", "X-Amzn-SageMaker-Target-Model", "a.tar.gz", "Endpoint demo is not a multi-model endpoint and does not support target model header.")]
    [InlineData("demo/invocations", "X-Amzn-SageMaker-Inference-Component", "c", "Inference Component Name header is not allowed for endpoints to which you dont plan to deploy inference components. Please remove the Inference Component Name header and try again.")]
    [InlineData("demo/invocations", "X-Amzn-SageMaker-Target-Container-Hostname", "c", "Endpoint demo is not configured for direct invocation and does not support target container hostname header.")]
    [InlineData("demo/invocations-response-stream", "X-Amzn-SageMaker-Target-Container-Hostname", "c", "Endpoint demo is not configured for direct invocation and does not support target container hostname header.")]
    [InlineData("demo/invocations", "X-Amzn-SageMaker-Enable-Explanations", "`true`", "Endpoint demo has no ExplainerConfig and does not support enable explanations header.")]
    [InlineData("demo/invocations", "CDN-Loop", "other, RollingDeploy", "RollingDeploy cannot be the server of its own model. This request came from RollingDeploy itself.")]
    [InlineData("demo/async-invocations", "X-Amzn-SageMaker-InputLocation", "s3://b/k", "Exactly one of InputLocation and Body must be specified.")]
    [InlineData("demo/async-invocations", "Content-Type", "text/csv", "Endpoint demo is not an asynchronous inference endpoint.")]
    [InlineData("demo/invocations", "X-Amzn-SageMaker-Session-Id", "no blanks", "1 validation error detected: Value 'no blanks' at 'sessionId' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(NEW_SESSION)$|^[a-zA-Z0-9](-*[a-zA-Z0-9])*$")]
    [InlineData("-/invocations", "Accept", "text/csv", "1 validation error detected: Value '-' at 'endpointName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9])*")]
    public async Task Invoke_ThatIsWrong_IsAValidationErrorAndCountsNowhere(
        string path, string header, string value, string message)
    {
        await _account.HasEndpoint();

        var answer = await _account.Runtime(path, "1", (header, value));

        answer.Status.Should().Be(400);
        answer.Header("x-amzn-ErrorType").Should().Be("ValidationError");
        answer.At("Message").Should().Be(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, _account.Id));
        (await _account.Sum("Invocations")).Should().Be(0);
    }

    [Fact]
    public async Task Invoke_OfAnEndpointThatIsNotYetInService_FindsNone()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 1);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");

        var answer = await _account.Invokes();

        answer.At("Message").Should().Be($"Endpoint demo of account {_account.Id} not found.");
    }

    [Fact]
    public async Task Invoke_OfAModelThatErrs_IsAModelErrorWithItsMembers()
    {
        await _account.CreatesModel("ROLLINGDEPLOY_ERROR_RATE", "1");
        await _account.ServesModel();

        var answer = await _account.Invokes();

        answer.Status.Should().Be(424);
        answer.Header("x-amzn-ErrorType").Should().Be("ModelError");
        answer.Text.Should().Be($$"""
            {"__type":"ModelError","Message":"Received server error (500) from primary with message \"This model was told to answer 500.\". See https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logEventViewer:group=/aws/sagemaker/Endpoints/demo in account {{_account.Id}} for more information.","OriginalStatusCode":500,"OriginalMessage":"This model was told to answer 500.","LogStreamArn":"arn:aws:logs:us-east-1:{{_account.Id}}:log-group:/aws/sagemaker/Endpoints/demo"}
            """);
        (await _account.Sum("Invocation5XXErrors")).Should().Be(1);
    }

    [Fact]
    public async Task Invoke_OfAModelThatBlamesItsCaller_IsAClientError()
    {
        await _account.CreatesModel("ROLLINGDEPLOY_CLIENT_ERROR_RATE", "1");
        await _account.ServesModel();

        var answer = await _account.Invokes();

        answer.At("OriginalStatusCode").Should().Be("400");
        answer.At("Message").Should().StartWith("Received client error (400) from primary with message");
        (await _account.Sum("Invocation4XXErrors")).Should().Be(1);
    }

    [Fact]
    public async Task Invoke_WithABodyOfTheLimit_IsAnswered()
    {
        await _account.HasEndpoint();
        var body = new string('1', 6 * 1024 * 1024);

        (await _account.Invokes(body)).Text.Length.Should().Be(body.Length);
        var larger = await _account.Invokes(body + "1");

        larger.Status.Should().Be(413);
        larger.Text.Should().Be("HTTP content length exceeded 6291456 bytes.");
        larger.Header("x-amzn-ErrorType").Should().BeNull("clients of AWS show 413 as the code");
    }

    [Fact]
    public async Task Invoke_OfAServerlessEndpoint_TakesLess()
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", """{"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"v","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":2048,"MaxConcurrency":5}}]}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");
        var body = new string('1', 4 * 1024 * 1024);

        (await _account.Invokes(body)).Status.Should().Be(200);
        var larger = await _account.Invokes(body + "1");
        larger.Status.Should().Be(400);
        larger.Header("x-amzn-ErrorType").Should().Be("ValidationError");
        larger.At("Message").Should().Be($"Request {larger.Header("x-amzn-RequestId")} has oversize body.");
    }

    [Fact]
    public async Task Invoke_WithAnEncodedBody_LeavesItToTheModel()
    {
        await _account.HasEndpoint();

        var answer = await _account.Send(HttpMethod.Post, $"/endpoints/demo/invocations?account={_account.Id}", "no gzip", "text/csv", ("Content-Encoding", "gzip"));

        answer.Text.Should().Be("no gzip");
    }

    [Fact]
    public async Task Invoke_ThatIsSignedForAnotherService_IsNotOurs()
    {
        await _account.HasEndpoint();

        var answer = await _account.Send(HttpMethod.Post, "/endpoints/demo/invocations", "1", "text/csv",
            ("Authorization", $"AWS4-HMAC-SHA256 Credential={_account.Id}/20300101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"));

        answer.Element("Code").Should().Be("NotImplemented");
    }

    [Fact]
    public async Task Invoke_OfEveryVariantsWeightZero_SaysWhatToDo()
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", """{"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1,"InitialVariantWeight":0}]}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");

        (await _account.Invokes()).Status.Should().Be(400);
        (await _account.Invokes("1", ("X-Amzn-SageMaker-Target-Variant", "v"))).Status.Should().Be(200);
    }

    [Fact]
    public async Task Invoke_OfAVariantByItsName_AnswersWhateverItsWeight()
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", """
            {"EndpointConfigName":"c","ProductionVariants":[
             {"VariantName":"busy","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1},
             {"VariantName":"idle","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1,"InitialVariantWeight":0}]}
            """);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");

        var byWeight = await _account.Invokes();
        var byName = await _account.Invokes("1", ("X-Amzn-SageMaker-Target-Variant", "idle"));

        byWeight.Header("x-Amzn-Invoked-Production-Variant").Should().Be("busy");
        byName.Header("x-Amzn-Invoked-Production-Variant").Should().Be("idle");
    }

    [Fact]
    public async Task Invoke_OfAShadowVariant_FindsNone()
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", """
            {"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1,"InitialVariantWeight":1}],
             "ShadowProductionVariants":[{"VariantName":"shadow","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1,"InitialVariantWeight":1}]}
            """);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");

        var answer = await _account.Invokes("1", ("X-Amzn-SageMaker-Target-Variant", "shadow"));

        answer.At("Message").Should().Be("Variant shadow was not found for endpoint demo.");
    }

    [Fact]
    public async Task Invoke_OfAComponentWithoutCopies_IsRefusedAndCounted()
    {
        await _account.SageMaker("CreateModel", """{"ModelName":"model","PrimaryContainer":{"Image":"image"},"ExecutionRoleArn":"arn:aws:iam::111122223333:role/sagemaker"}""");
        await _account.SageMaker("CreateEndpointConfig", """
            {"EndpointConfigName":"host","ExecutionRoleArn":"arn:aws:iam::111122223333:role/sagemaker","ProductionVariants":[
             {"VariantName":"AllTraffic","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}
            """);
        await _account.SageMaker("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"host"}""");
        await _account.Ours("POST clock/advance", """{"seconds":60}""");
        await _account.SageMaker("CreateInferenceComponent", """
            {"InferenceComponentName":"c","EndpointName":"demo","VariantName":"AllTraffic","RuntimeConfig":{"CopyCount":1},
             "Specification":{"ModelName":"model","ComputeResourceRequirements":{"MinMemoryRequiredInMb":1024}}}
            """);
        await _account.Ours("POST clock/advance", """{"seconds":60}""");
        await _account.SageMaker("UpdateInferenceComponentRuntimeConfig", """{"InferenceComponentName":"c","DesiredRuntimeConfig":{"CopyCount":0}}""");
        await _account.Ours("POST clock/advance", """{"seconds":60}""");

        var answer = await _account.Invokes("1", ("X-Amzn-SageMaker-Inference-Component", "c"));

        answer.Status.Should().Be(400, answer.Text);
        answer.At("Message").Should().StartWith("Inference Component has no capacity to process this request.");
        var listed = await _account.CloudWatch("ListMetrics", """{"MetricName":"NoCapacityInvocationFailures"}""");
        listed.Text.Should().Contain("InferenceComponentName");
    }
}
