using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

public sealed class EndpointConfigTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Create_OfAConfig_AnswersItsArnInLowerCase()
    {
        await _account.HasModel();

        var answer = await _account.Does("CreateEndpointConfig", """{"EndpointConfigName":"Blue","ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}""");

        answer.Text.Should().Be($$"""{"EndpointConfigArn":"arn:aws:sagemaker:us-east-1:{{_account.Id}}:endpoint-config/blue"}""");
    }

    [Theory]
    [InlineData("""{"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"a","ModelName":"model","InitialInstanceCount":2,"InstanceType":"ml.m5.large","InitialVariantWeight":0.5,"VolumeSizeInGB":30,"ModelDataDownloadTimeoutInSeconds":60,"ContainerStartupHealthCheckTimeoutInSeconds":60,"RoutingConfig":{"RoutingStrategy":"RANDOM"}},{"VariantName":"b","ModelName":"Model","InitialInstanceCount":1,"InstanceType":"ml.new.xlarge","InitialVariantWeight":0}],"KmsKeyId":"key","DataCaptureConfig":{"EnableCapture":true,"InitialSamplingPercentage":50,"DestinationS3Uri":"s3://bucket/capture","CaptureOptions":[{"CaptureMode":"Input"}]},"EnableNetworkIsolation":true}""")]
    [InlineData("""{"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"a","ModelName":"model","InitialVariantWeight":1,"ServerlessConfig":{"MemorySizeInMB":2048,"MaxConcurrency":5}}],"ExecutionRoleArn":"arn:aws:iam::111122223333:role/r","DataCaptureConfig":{"EnableCapture":false,"InitialSamplingPercentage":50,"DestinationS3Uri":"s3://bucket/capture","CaptureOptions":[{"CaptureMode":"Input"}]}}""")]
    [InlineData("""{"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"a","ModelName":"model","InitialInstanceCount":1,"InstanceType":"ml.m5.large","InitialVariantWeight":1}],"AsyncInferenceConfig":{"OutputConfig":{"S3OutputPath":"s3://bucket/out"}},"ExecutionRoleArn":"arn:aws:iam::111122223333:role/r","VpcConfig":{"SecurityGroupIds":["sg-1"],"Subnets":["subnet-1"]}}""")]
    public async Task Describe_OfAConfig_GivesBackEveryMember(string given)
    {
        await _account.HasModel();
        await _account.Does("CreateEndpointConfig", given);

        var answer = await _account.Does("DescribeEndpointConfig", """{"EndpointConfigName":"C"}""");

        JsonNode.DeepEquals(JsonNode.Parse(Echo.Of(answer.Json, given)), JsonNode.Parse(given)).Should().BeTrue(answer.Text);
        answer.At("CreationTime").Should().Be("1.893456E9");
    }

    [Fact]
    public async Task Describe_OfAVariantWithoutWeight_SaysOne()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 1);

        (await _account.Does("DescribeEndpointConfig", """{"EndpointConfigName":"blue"}""")).At("ProductionVariants.0.InitialVariantWeight").Should().Be("1.0");
    }

    [Fact]
    public async Task Delete_OfTheLiveConfig_MakesTheNextUpdateFail()
    {
        await _account.HasEndpoint();

        (await _account.Does("DeleteEndpointConfig", """{"EndpointConfigName":"BLUE"}""")).Bytes.Should().BeEmpty();
        var update = await _account.SageMaker("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green"}""");

        update.At("message").Should().Be($"Could not find endpoint configuration \"arn:aws:sagemaker:us-east-1:{_account.Id}:endpoint-config/blue\".");
    }
}
