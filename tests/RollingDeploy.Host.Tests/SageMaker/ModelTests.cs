using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

public sealed class ModelTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Create_OfAModel_AnswersItsArnInLowerCase()
    {
        var answer = await _account.Does("CreateModel", """{"ModelName":"MyModel","PrimaryContainer":{"Image":"image"}}""");

        answer.Text.Should().Be($$"""{"ModelArn":"arn:aws:sagemaker:us-east-1:{{_account.Id}}:model/mymodel"}""");
    }

    [Theory]
    [InlineData("""{"ModelName":"m","PrimaryContainer":{"Image":"i","Mode":"SingleModel","ModelDataUrl":"s3://bucket/model.tar.gz","Environment":{"A":"1","B":""},"ContainerHostname":"host"},"ExecutionRoleArn":"arn:aws:iam::111122223333:role/r","EnableNetworkIsolation":true}""")]
    [InlineData("""{"ModelName":"m","Containers":[{"Image":"a","Mode":"SingleModel","ContainerHostname":"first"},{"Image":"b","Mode":"MultiModel","ContainerHostname":"second","MultiModelConfig":{"ModelCacheSetting":"Disabled"}}],"InferenceExecutionConfig":{"Mode":"Direct"},"VpcConfig":{"SecurityGroupIds":["sg-1"],"Subnets":["subnet-1","subnet-2"]},"EnableNetworkIsolation":false}""")]
    public async Task Describe_OfAModel_GivesBackEveryMember(string given)
    {
        await _account.Does("CreateModel", given);

        var answer = await _account.Does("DescribeModel", """{"ModelName":"M"}""");

        JsonNode.DeepEquals(JsonNode.Parse(Echo.Of(answer.Json, given)), JsonNode.Parse(given)).Should().BeTrue(answer.Text);
        answer.At("ModelArn").Should().EndWith(":model/m");
        answer.At("CreationTime").Should().Be("1.893456E9");
    }

    [Fact]
    public async Task Describe_OfAModelWithoutMode_SaysSingleModel()
    {
        await _account.HasModel();

        (await _account.Does("DescribeModel", """{"ModelName":"model"}""")).At("PrimaryContainer.Mode").Should().Be("SingleModel");
    }

    [Fact]
    public async Task Delete_OfAModel_FreesItsNameAndAnswersNothing()
    {
        await _account.HasModel();

        var answer = await _account.Does("DeleteModel", """{"ModelName":"MODEL"}""");

        answer.Bytes.Should().BeEmpty();
        await _account.HasModel();
    }

    [Fact]
    public async Task Delete_OfAModelInUse_LeavesTheEndpointThatServesIt()
    {
        await _account.HasEndpoint();

        await _account.Does("DeleteModel", """{"ModelName":"model"}""");
        await _account.Updates();
        await _account.AdvanceUntil("InService");

        (await _account.Moment()).Should().Be("InService green 4/4");
    }

    [Theory]
    [InlineData("UnreadableData", "s3://secret/*", "\"ModelDataUrl\":\"s3://secret/m\"", "Could not access model data at s3://secret/m. Please ensure")]
    [InlineData("UnreadableData", "s3://secret/*", "\"AdditionalModelDataSources\":[{\"ChannelName\":\"a\",\"S3DataSource\":{\"S3Uri\":\"s3://secret/m\",\"S3DataType\":\"S3Prefix\",\"CompressionType\":\"None\"}}]", "Could not access model data at s3://secret/m. Please ensure")]
    [InlineData("UnsupportedImages", "image*", "\"Mode\":\"SingleModel\"", "Unsupported manifest media type")]
    [InlineData("UnsubscribedPackages", "*/unsold", "\"ModelPackageName\":\"arn:aws:sagemaker:us-east-1:865070037744:model-package/unsold\"", "Caller is not subscribed to the marketplace offering.")]
    public async Task Create_OfWhatASettingRulesOut_IsRefused(string setting, string pattern, string member, string message)
    {
        await using var strict = TestHost.With(($"RollingDeploy:Models:{setting}:1", pattern));
        var body = $$$"""{"ModelName":"m","Containers":[{"Image":"i"},{"Image":"image",{{{member}}}}]}""";

        var refused = await strict.NewAccount().SageMaker("CreateModel", body);

        (refused.Status, refused.At("__type")).Should().Be((400, "ValidationException"), refused.Text);
        refused.At("message").Should().StartWith(message);
        await _account.Does("CreateModel", body);
    }

    [Fact]
    public async Task Names_InAnotherRegion_AreOthers()
    {
        await _account.HasModel();

        var answer = await _account.SageMaker("DescribeModel", """{"ModelName":"model"}""", "eu-west-1");

        answer.At("message").Should().Be($"Could not find model \"arn:aws:sagemaker:eu-west-1:{_account.Id}:model/model\".");
    }
}
