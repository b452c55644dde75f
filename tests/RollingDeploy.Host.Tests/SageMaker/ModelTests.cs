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
    [InlineData("""{"ModelName":"m","Containers":[{"Image":"a","Mode":"SingleModel"},{"Image":"b","Mode":"MultiModel","MultiModelConfig":{"ModelCacheSetting":"Disabled"}}],"InferenceExecutionConfig":{"Mode":"Direct"},"VpcConfig":{"SecurityGroupIds":["sg-1"],"Subnets":["subnet-1","subnet-2"]},"EnableNetworkIsolation":false}""")]
    public async Task Describe_OfAModel_GivesBackEveryMember(string given)
    {
        await _account.Does("CreateModel", given);

        var answer = await _account.Does("DescribeModel", """{"ModelName":"M"}""");

        JsonNode.DeepEquals(JsonNode.Parse(Echo.Of(answer.Json, given)), JsonNode.Parse(given)).Should().BeTrue(answer.Text);
        answer.At("ModelArn").Should().EndWith(":model/m");
        answer.At("CreationTime").Should().Be("1893456000");
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

    [Fact]
    public async Task Names_InAnotherRegion_AreOthers()
    {
        await _account.HasModel();

        var answer = await _account.SageMaker("DescribeModel", """{"ModelName":"model"}""", "eu-west-1");

        answer.At("message").Should().Be($"Could not find model \"arn:aws:sagemaker:eu-west-1:{_account.Id}:model/model\".");
    }
}
