using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>
/// What CreateEndpointConfig does not accept together (developer guide: serverless endpoints, shadow tests; AWS's texts where
/// they are known).
/// </summary>
public sealed class CombinationTests(TestHost host)
{
    private const string Hardware = "\"InstanceType\":\"ml.m5.large\",\"InitialInstanceCount\":1";
    private const string Serverless = "\"ServerlessConfig\":{\"MemorySizeInMB\":1024,\"MaxConcurrency\":5}";
    private const string Async = ""","AsyncInferenceConfig":{"OutputConfig":{"S3OutputPath":"s3://b/o"}}""";
    private const string Shadow = $$""","ShadowProductionVariants":[{"VariantName":"s","ModelName":"model",{{Hardware}}}]""";
    private const string Capture = ""","DataCaptureConfig":{"EnableCapture":true,"InitialSamplingPercentage":50,"DestinationS3Uri":"s3://b/c","CaptureOptions":[{"CaptureMode":"Input"}]}""";
    private const string Vpc = ""","VpcConfig":{"SecurityGroupIds":["sg-1"],"Subnets":["subnet-1"]}""";
    private const string Accelerator = "\"AcceleratorType\":\"ml.eia2.medium\"";
    private const string Bought = "\"ModelPackageName\":\"arn:aws:sagemaker:us-east-1:865070037744:model-package/bought\"";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData(Serverless, Vpc, "VpcConfig is not supported for serverless endpoints.")]
    [InlineData(Serverless, Capture, "DataCaptureConfig is not supported for serverless endpoints.")]
    [InlineData(Serverless, Async, "AsyncInferenceConfig is not supported for serverless endpoints.")]
    [InlineData($"{Serverless},{Accelerator}", "", "AcceleratorType is not supported for serverless endpoints.")]
    [InlineData(Hardware, $"{Shadow}{Async}", "AsyncInferenceConfig is not supported for endpoints with a shadow production variant.")]
    [InlineData($"{Hardware},{Accelerator}", Shadow, "AcceleratorType is not supported for endpoints with a shadow production variant.")]
    [InlineData("\"InstanceType\":\"ml.inf1.xlarge\",\"InitialInstanceCount\":1", Shadow, "The instance family ml.inf1 is not supported for endpoints with a shadow production variant.")]
    [InlineData("\"InstancePools\":[{\"InstanceType\":\"ml.m5.large\",\"Priority\":1},{\"InstanceType\":\"ml.inf1.xlarge\",\"Priority\":2}],\"InitialInstanceCount\":1", Shadow, "The instance family ml.inf1 is not supported for endpoints with a shadow production variant.")]
    public async Task Create_OfMembersThatExcludeEachOther_IsRefused(string variant, string more, string message)
    {
        await _account.HasModel();

        await Refused(variant, more, message);
    }

    [Theory]
    [InlineData(Serverless, """ "PrimaryContainer":{"Image":"i"},"VpcConfig":{"SecurityGroupIds":["sg-1"],"Subnets":["subnet-1"]}""", "", "A model with VpcConfig is not supported for serverless endpoints.")]
    [InlineData(Serverless, """ "PrimaryContainer":{"Image":"i","Mode":"MultiModel","ModelDataUrl":"s3://b/m/"}""", "", "A multi-model container is not supported for serverless endpoints.")]
    [InlineData(Serverless, """ "Containers":[{"Image":"i"},{"Image":"j"}]""", "", "A model with more than one container is not supported for serverless endpoints.")]
    [InlineData(Serverless, $$""" "PrimaryContainer":{{{Bought}}}""", "", "A model package from AWS Marketplace is not supported for serverless endpoints.")]
    [InlineData(Serverless, """ "PrimaryContainer":{"Image":"i","ImageConfig":{"RepositoryAccessMode":"Vpc"}}""", "", "A container image in a private registry is not supported for serverless endpoints.")]
    [InlineData(Hardware, $$""" "PrimaryContainer":{{{Bought}}}""", Async, "Marketplace images are not supported when specifying an AsyncInferenceConfig.")]
    [InlineData(Hardware, $$""" "PrimaryContainer":{{{Bought}}}""", Shadow, "A model package from AWS Marketplace is not supported for endpoints with a shadow production variant.")]
    [InlineData(Hardware, """ "Containers":[{"Image":"i"},{"Image":"j"}]""", Shadow, "A model with more than one container is not supported for endpoints with a shadow production variant.")]
    [InlineData(Hardware, """ "PrimaryContainer":{"Image":"i","Mode":"MultiModel","ModelDataUrl":"s3://b/m/"}""", Shadow, "A multi-model container is not supported for endpoints with a shadow production variant.")]
    public async Task Create_WithAModelThatTheEndpointDoesNotSupport_IsRefused(
        string variant, string model, string more, string message)
    {
        await _account.HasModel();
        await _account.Does("CreateModel", $$"""{"ModelName":"odd",{{model}}}""");

        await Refused(variant, more, message, "odd");
        (await Create(Hardware, "", "odd")).Status.Should().Be(200, "instances without these options support the model");
    }

    // AWS takes a configuration whose model was deleted. Another model with its name may have features that do not fit.
    [Fact]
    public async Task CreateEndpoint_WithAModelThatWasReplaced_IsRefused()
    {
        await _account.HasModel();
        await _account.Does("CreateModel", """{"ModelName":"odd","PrimaryContainer":{"Image":"i"}}""");
        await Create(Serverless, "", "odd");
        await _account.Does("DeleteModel", """{"ModelName":"odd"}""");
        await _account.Does(
            "CreateModel",
            """{"ModelName":"odd","PrimaryContainer":{"Image":"i"},"VpcConfig":{"SecurityGroupIds":["sg-1"],"Subnets":["subnet-1"]}}""");

        var answer = await _account.SageMaker("CreateEndpoint", """{"EndpointName":"e","EndpointConfigName":"c"}""");

        answer.At("message").Should().Be("A model with VpcConfig is not supported for serverless endpoints.");
    }

    [Fact]
    public async Task Create_OfAnAsynchronousEndpointForInferenceComponents_IsRefused()
    {
        var answer = await _account.SageMaker(
            "CreateEndpointConfig",
            $$"""{"EndpointConfigName":"c","ExecutionRoleArn":"arn:aws:iam::111122223333:role/r","ProductionVariants":[{"VariantName":"v",{{Hardware}}}]{{Async}}}""");

        answer.At("message").Should().Be("AsyncInferenceConfig cannot be specified for an endpoint that hosts inference components.");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""","InitialVariantWeight":0.5""", "0.5")]
    public async Task Describe_OfAVariantForInferenceComponents_HasTheWeightThatWasGiven(string given, string? weight)
    {
        await _account.Does(
            "CreateEndpointConfig",
            $$"""{"EndpointConfigName":"c","ExecutionRoleArn":"arn:aws:iam::111122223333:role/r","ProductionVariants":[{"VariantName":"v",{{Hardware}}{{given}}}]}""");

        var config = await _account.SageMaker("DescribeEndpointConfig", """{"EndpointConfigName":"c"}""");

        config.At("ProductionVariants.0.InitialVariantWeight").Should().Be(weight);
    }

    [Fact]
    public async Task Create_OfAnAsynchronousEndpointWithTwoVariants_IsRefused()
    {
        await _account.HasModel();

        await Refused(
            $$"""{{Hardware}}},{"VariantName":"w","ModelName":"model",{{Hardware}}""",
            Async,
            "Only one production variant can be specified for an asynchronous endpoint.");
    }

    private async Task Refused(string variant, string more, string message, string model = "model")
    {
        var before = WorldPrinter.Print(_account);

        var answer = await Create(variant, more, model);

        (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((400, "ValidationException", message));
        WorldPrinter.Print(_account).Should().Be(before);
    }

    private Task<Answer> Create(string variant, string more, string model) => _account.SageMaker(
        "CreateEndpointConfig",
        $$"""{"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"v","ModelName":"{{model}}",{{variant}}}]{{more}}}""");
}
