using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control.Events;

/// <summary>
/// The bodies of SageMaker's events, held against the examples in "Events that Amazon SageMaker AI sends to Amazon EventBridge"
/// member by member. The lists of members are those of the examples, in another order.
/// </summary>
public sealed class EventBridgeSageMakerTests(TestHost host)
{
    private static readonly string[] Envelope =
        ["version", "id", "detail-type", "source", "account", "time", "region", "resources"];

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task EndpointStateChange_OfAnEndpointInService_IsTheExamples()
    {
        await _account.HasModel();
        await _account.HasConfig("MyEndpointConfig", 1);
        await _account.Does("CreateEndpoint", """{"EndpointName":"MyEndpoint","EndpointConfigName":"MyEndpointConfig","Tags":[{"Key":"team","Value":"a"}]}""");
        await _account.Advances(60);

        var sent = await Sent("SageMaker Endpoint State Change");

        Members(sent[1]).Should().BeEquivalentTo(
            "EndpointName", "EndpointArn", "EndpointConfigName", "ProductionVariants.DesiredWeight", "ProductionVariants.DesiredInstanceCount",
            "EndpointStatus", "CreationTime", "LastModifiedTime", "Tags.team");
        sent[0]["detail"]!["EndpointStatus"]!.GetValue<string>().Should().Be("CREATING");
        sent[1].ToJsonString().Should().Be(
            $$$$"""{"version":"0","id":"{{{{sent[1]["id"]}}}}","detail-type":"SageMaker Endpoint State Change","source":"aws.sagemaker","account":"{{{{_account.Id}}}}","time":"2030-01-01T00:00:05Z","region":"us-east-1","resources":["arn:aws:sagemaker:us-east-1:{{{{_account.Id}}}}:endpoint/myendpoint"],"detail":{"EndpointName":"MyEndpoint","EndpointArn":"arn:aws:sagemaker:us-east-1:{{{{_account.Id}}}}:endpoint/myendpoint","EndpointConfigName":"MyEndpointConfig","ProductionVariants":[{"DesiredWeight":1,"DesiredInstanceCount":1}],"EndpointStatus":"IN_SERVICE","CreationTime":1893456000000,"LastModifiedTime":1893456005000,"Tags":{"team":"a"}}}""");
    }

    [Fact]
    public async Task EndpointDeploymentStateChange_OfACanaryThatBakes_IsTheExamples()
    {
        await _account.HasEndpoint(blue: 3);
        await _account.Updates(
            """{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"CANARY","CanarySize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":600},"TerminationWaitInSeconds":600}}""");
        await _account.AdvanceUntil("InService");

        var sent = await Sent("SageMaker Endpoint Deployment State Change");
        var baking = sent.First(each => StatusOf(each) == "Baking");

        Members(baking).Should().BeEquivalentTo(
            "EndpointName", "EndpointArn", "EndpointConfigName", "ProductionVariants.VariantName", "ProductionVariants.CurrentWeight",
            "ProductionVariants.DesiredWeight", "ProductionVariants.CurrentInstanceCount", "ProductionVariants.DesiredInstanceCount",
            "EndpointStatus", "CreationTime", "LastModifiedTime", "Tags", "PendingDeploymentSummary.EndpointConfigName",
            "PendingDeploymentSummary.StartTime", "PendingDeploymentSummary.ProductionVariants.VariantName",
            "PendingDeploymentSummary.ProductionVariants.CurrentWeight", "PendingDeploymentSummary.ProductionVariants.DesiredWeight",
            "PendingDeploymentSummary.ProductionVariants.CurrentInstanceCount",
            "PendingDeploymentSummary.ProductionVariants.DesiredInstanceCount",
            "PendingDeploymentSummary.ProductionVariants.VariantStatus.Status",
            "PendingDeploymentSummary.ProductionVariants.VariantStatus.StatusMessage",
            "PendingDeploymentSummary.ProductionVariants.VariantStatus.StartTime");
        baking["detail"]!.ToJsonString().Should().Be(
            $$$"""{"EndpointName":"demo","EndpointArn":"arn:aws:sagemaker:us-east-1:{{{_account.Id}}}:endpoint/demo","EndpointConfigName":"blue","ProductionVariants":[{"VariantName":"AllTraffic","CurrentWeight":1,"DesiredWeight":1,"CurrentInstanceCount":3,"DesiredInstanceCount":3}],"EndpointStatus":"UPDATING","CreationTime":1893456000000,"LastModifiedTime":1893456005000,"Tags":{},"PendingDeploymentSummary":{"EndpointConfigName":"green","StartTime":1893456005000,"ProductionVariants":[{"VariantName":"AllTraffic","CurrentWeight":1,"DesiredWeight":1,"CurrentInstanceCount":1,"DesiredInstanceCount":3,"VariantStatus":[{"Status":"Baking","StatusMessage":"Baking for 600 seconds (WaitIntervalInSeconds) with traffic enabled on canary capacity of 1 instance(s).","StartTime":1893456011000}]}]}}""");
        sent.Select(StatusOf).Should().Equal("Creating", "ActivatingTraffic", "Baking", "ActivatingTraffic", "Baking", "Deleting");
    }

    [Fact]
    public async Task EndpointDeploymentStateChange_OfMoreInstances_IsTheSecondExamples()
    {
        await _account.HasEndpoint(blue: 3);
        await _account.Does("UpdateEndpointWeightsAndCapacities", """{"EndpointName":"demo","DesiredWeightsAndCapacities":[{"VariantName":"AllTraffic","DesiredInstanceCount":6}]}""");
        await _account.AdvanceUntil("InService");

        var launching = (await Sent("SageMaker Endpoint Deployment State Change"))[0];

        Members(launching).Should().BeEquivalentTo(
            "EndpointName", "EndpointArn", "EndpointConfigName", "ProductionVariants.VariantName", "ProductionVariants.CurrentWeight",
            "ProductionVariants.DesiredWeight", "ProductionVariants.CurrentInstanceCount", "ProductionVariants.DesiredInstanceCount",
            "ProductionVariants.VariantStatus.Status", "ProductionVariants.VariantStatus.StatusMessage",
            "ProductionVariants.VariantStatus.StartTime", "EndpointStatus", "CreationTime", "LastModifiedTime", "Tags");
        launching["detail"]!["ProductionVariants"]!.ToJsonString().Should().Be(
            """[{"VariantName":"AllTraffic","CurrentWeight":1,"DesiredWeight":1,"CurrentInstanceCount":3,"DesiredInstanceCount":6,"VariantStatus":[{"Status":"Updating","StatusMessage":"Scaling out desired instance count to 6.","StartTime":1893456005000}]}]""");
    }

    [Fact]
    public async Task EndpointStateChange_OfADeploymentThatRollsBack_HasTheReason()
    {
        await _account.HasEndpoint(blue: 2);
        await _account.HasAlarm();
        await _account.Updates("""{"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]},"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"ALL_AT_ONCE","WaitIntervalInSeconds":0},"TerminationWaitInSeconds":600}}""");
        await _account.Advances(60);
        await _account.SetsAlarm("ALARM");
        await _account.AdvanceUntil("InService");

        var sent = await Sent("SageMaker Endpoint State Change");

        sent.Select(each => each["detail"]!["EndpointStatus"]!.GetValue<string>()).Should().Equal("CREATING", "IN_SERVICE", "UPDATING", "IN_SERVICE");
        sent[^1]["detail"]!["FailureReason"]!.GetValue<string>().Should().Be((await _account.Describes()).At("FailureReason"));
        sent[^1]["detail"]!["EndpointConfigName"]!.GetValue<string>().Should().Be("blue");
    }

    [Fact]
    public async Task ModelStateChange_OfCreationAndDeletion_HasTheModel()
    {
        await _account.Does("CreateModel", $$"""{"ModelName":"M","PrimaryContainer":{"Image":"i","ModelDataUrl":"s3://b/m.tar.gz"},"ExecutionRoleArn":"{{Scenes.Role}}","Tags":[{"Key":"k","Value":"v"}]}""");
        await _account.Does("DeleteModel", """{"ModelName":"M"}""");

        var sent = await Sent("SageMaker Model State Change");

        sent.Should().HaveCount(2);
        foreach (var each in sent)
        {
            each["resources"]!.ToJsonString().Should().Be($"""["arn:aws:sagemaker:us-east-1:{_account.Id}:model/m"]""");
            each["detail"]!.ToJsonString().Should().Be(
                $$$"""{"ModelName":"M","PrimaryContainer":{"Image":"i","ModelDataUrl":"s3://b/m.tar.gz"},"ExecutionRoleArn":"{{{Scenes.Role}}}","CreationTime":1893456000000,"ModelArn":"arn:aws:sagemaker:us-east-1:{{{_account.Id}}}:model/m","Tags":{"k":"v"}}""");
        }
    }

    [Fact]
    public async Task EndpointConfigStateChange_OfCreationAndDeletion_HasThePropertiesOfTheCdk()
    {
        await _account.HasModel();
        await _account.HasConfig("C", 2);
        await _account.Does("DeleteEndpointConfig", """{"EndpointConfigName":"C"}""");

        var sent = await Sent("SageMaker Endpoint Config State Change");

        sent.Should().HaveCount(2);
        foreach (var each in sent)
        {
            each["resources"]!.ToJsonString().Should().Be($"""["arn:aws:sagemaker:us-east-1:{_account.Id}:endpoint-config/c"]""");
            each["detail"]!.ToJsonString().Should().Be(
                $$$"""{"EndpointConfigName":"C","EndpointConfigArn":"arn:aws:sagemaker:us-east-1:{{{_account.Id}}}:endpoint-config/c","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model","InitialInstanceCount":2,"InstanceType":"ml.m5.large","InitialVariantWeight":1}],"CreationTime":1893456000000,"Tags":{}}""");
        }
    }

    [Fact]
    public async Task EndpointDeploymentStateChange_OfAnExcludedEndpoint_IsNotSent()
    {
        await _account.HasModel();
        foreach (var name in (string[])["blue", "green"])
        {
            await _account.Does("CreateEndpointConfig", $$"""{"EndpointConfigName":"{{name}}","ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.inf1.xlarge","InitialInstanceCount":1}]}""");
        }

        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await _account.AdvanceUntil("InService");
        await _account.Updates();
        await _account.AdvanceUntil("InService");

        (await Sent("SageMaker Endpoint State Change")).Should().HaveCount(4);
        (await Sent("SageMaker Endpoint Deployment State Change")).Should().BeEmpty();
    }

    [Fact]
    public async Task Ids_OfEvents_AreTheSameEachTime()
    {
        await _account.HasEndpoint();

        var (once, again) = (await _account.SentToEventBridge(), await _account.SentToEventBridge());

        var ids = once.Select(each => each["id"]!.GetValue<Guid>()).ToList();
        ids.Should().OnlyHaveUniqueItems().And.Equal(again.Select(each => each["id"]!.GetValue<Guid>()));
    }

    [Fact]
    public async Task Stream_InTheShapeOfEventBridge_HasAWSsNamesAndNothingElse()
    {
        await using var stream = await OpenEvents.Open(host, _account, "format=eventbridge");

        await _account.HasEndpoint();
        await _account.Ours("PUT endpoints/demo/traffic", """{"requestsPerSecond":1}""");
        await _account.HasAlarm();

        (await stream.Next(6)).Select(message => message.Event).Should().Equal(
            "SageMaker Model State Change", "SageMaker Endpoint Config State Change", "SageMaker Endpoint Config State Change",
            "SageMaker Endpoint State Change", "SageMaker Endpoint State Change", "CloudWatch Alarm Configuration Change");
    }

    private static string? StatusOf(JsonNode sent) => (sent["detail"]!["PendingDeploymentSummary"]?["ProductionVariants"]![0]!["VariantStatus"]
        ?? sent["detail"]!["ProductionVariants"]![0]!["VariantStatus"])?[0]!["Status"]!.GetValue<string>();

    private static IEnumerable<string> Members(JsonNode sent)
    {
        var paths = sent.Paths().ToList();
        paths.Where(path => !path.StartsWith("detail.", StringComparison.Ordinal)).Should().Equal(Envelope);
        return paths.Where(path => path.StartsWith("detail.", StringComparison.Ordinal)).Select(path => path["detail.".Length..]);
    }

    private async Task<List<JsonNode>> Sent(string detailType) =>
        (await _account.SentToEventBridge()).FindAll(each => each["detail-type"]!.GetValue<string>() == detailType);
}
