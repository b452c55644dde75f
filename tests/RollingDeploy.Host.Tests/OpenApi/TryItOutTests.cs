using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.OpenApi;

/// <summary>What a newcomer does in Swagger UI, from a model to an update, over plain routes alone.</summary>
public sealed class TryItOutTests(TestHost host)
{
    [Fact]
    public async Task PlainRoutes_FromAModelToAnUpdate_TellTheWholeStory()
    {
        var account = host.NewAccount();
        async Task<string> Try(string route, string body)
        {
            var answer = await account.Plain(route, body);
            answer.Status.Should().Be(200, answer.Text);
            answer.ContentType.Should().Be("application/json");
            return answer.Text;
        }

        await Try("sagemaker/CreateModel", """{"ModelName":"m","PrimaryContainer":{"Image":"i"}}""");
        foreach (var config in (string[])["one", "two"])
        {
            await Try("sagemaker/CreateEndpointConfig", $$"""{"EndpointConfigName":"{{config}}","ProductionVariants":[{"VariantName":"v","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":2}]}""");
        }

        await Try("sagemaker/CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"one"}""");
        await account.AdvanceUntil("InService");
        await Try("cloudwatch/PutMetricAlarm", """{"AlarmName":"a","Namespace":"N","MetricName":"m","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold"}""");
        await Try("sagemaker/UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"two","DeploymentConfig":{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":60},"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"a"}]}}}""");
        (await Try("sagemaker/DescribeEndpoint", """{"EndpointName":"demo"}""")).Should().Contain("\"EndpointStatus\":\"Updating\"");
        await account.AdvanceUntil("InService");

        (await Try("sagemaker/DescribeEndpoint", """{"EndpointName":"demo"}""")).Should().Contain("\"EndpointConfigName\":\"two\"");
        (await Try("sts/GetCallerIdentity", "{}")).Should().Contain(account.Id);
    }
}
