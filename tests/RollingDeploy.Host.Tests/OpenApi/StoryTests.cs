using System.Reflection;
using System.Text.Json.Nodes;
using RollingDeploy.Host.AutoScaling;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.OpenApi;

/// <summary>
/// The examples of answers in the document are the real answers of one story: that of inference components, and then the
/// README's, in which a rolling update rolls back, and everything else is tried out after it. Set <c>RECORD=1</c> to record them
/// anew, after a change that is meant to change an answer.
/// </summary>
public sealed class StoryTests
{
    private static readonly string Recorded = typeof(StoryTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Story").Value!;

    [Fact]
    public async Task Story_PlayedAnew_GivesTheExamplesOfTheDocument()
    {
        await using var host = TestHost.With();
        var account = new Account(host, "000000000000");
        var document = (await account.Send(HttpMethod.Get, "/openapi/v1.json", null, null)).Json;
        var story = new Story(account, document);

        await InferenceComponents(story);
        await DeploymentRollsBack(story);
        await MetricsAndAlarms(story);
        await ModelsAndFaults(story);
        await ScalingAndTags(story);
        await Lists(story);
        await Refusals(story, document);

        if (Environment.GetEnvironmentVariable("RECORD") is "1")
        {
            await File.WriteAllTextAsync(Recorded, story.Record);
        }

        story.Record.Should().Be(await File.ReadAllTextAsync(Recorded), "RECORD=1 records the story anew");
        story.Operations.Should().BeEquivalentTo(OperationsOf(document), "every operation has its place in the story");
    }

    private static async Task InferenceComponents(Story story)
    {
        await story.Does("SageMaker.CreateModel");
        await story.DoesAnother("SageMaker.CreateEndpointConfig", "for inference components");
        await story.DoesAnother("SageMaker.CreateEndpoint", "for inference components");
        await Until(story, "endpoint", "host");
        await story.Tells("SageMaker.CreateInferenceComponent");
        await Until(story, "inferenceComponent", "component");
        await story.Tells("SageMaker.UpdateInferenceComponent");
        await Until(story, "inferenceComponent", "component");
        await story.Tells("SageMaker.DescribeInferenceComponent", "SageMaker.ListInferenceComponents");
        await story.Tells("listInferenceComponentDeployments", "getInferenceComponentDeployment");
        await story.Tells("SageMaker.UpdateInferenceComponentRuntimeConfig");
        await Until(story, "inferenceComponent", "component");
        await story.Tells("SageMaker.DeleteInferenceComponent");
    }

    private static async Task DeploymentRollsBack(Story story)
    {
        await story.Tells("reset", "setClock", "getClock", "health", "rollingdeployHealth", "STS.GetCallerIdentity", "SageMaker.CreateModel");
        await story.Tells("STS.AssumeRole", "STS.AssumeRoleWithWebIdentity", "STS.GetSessionToken");
        await story.Tells("SageMaker.CreateEndpointConfig", "SageMaker.CreateEndpoint");
        await story.DoesAnother("SageMaker.CreateEndpointConfig", "another, to update to");
        await Until(story, "endpoint", "demo");
        await story.Tells("CloudWatch.PutMetricAlarm", "planUpdate", "SageMaker.UpdateEndpoint", "advanceClock", "SageMaker.DescribeEndpoint");
        await story.Keeps("SageMaker.UpdateEndpoint");
        await story.Does("advanceClock", """{"seconds":100}""");
        await story.Tells("CloudWatch.PutMetricData");
        await Until(story, "endpoint", "demo");
        await story.Tells("listDeployments", "getDeployment", "getReport", "getJournal", "listEndpoints", "getEndpoint", "listEndpointAlarms");
        await story.Keeps("getEvents", null, "?wait=false&after=0&endpoint=demo&limit=3");
        await story.Keeps("getEvents", null, "?after=x");
        await story.Keeps("getState", null, "?regoin=us-east-1");
        await story.Keeps("putState", """{"format":1}""");
        await story.Keeps("advanceClock", """{"until":{"endpoint":"demo","status":"Failed","require":true}}""");
    }

    private static async Task MetricsAndAlarms(Story story)
    {
        await story.Tells(
            "CloudWatch.PutCompositeAlarm", "CloudWatch.ListMetrics", "CloudWatch.GetMetricStatistics", "CloudWatch.GetMetricData",
            "CloudWatch.SetAlarmState", "CloudWatch.DescribeAlarms", "CloudWatch.DescribeAlarmsForMetric",
            "CloudWatch.DescribeAlarmHistory", "CloudWatch.DisableAlarmActions", "CloudWatch.EnableAlarmActions",
            "CloudWatch.TagResource", "CloudWatch.ListTagsForResource", "CloudWatch.UntagResource");
        await story.DoesAnother("CloudWatch.PutMetricAlarm", "on a Metrics Insights query");
        await story.DoesAnother("CloudWatch.PutMetricData", "for each endpoint");
        await story.DoesAnother("CloudWatch.GetMetricData", "a Metrics Insights query");
        await story.Does("advanceClock", """{"seconds":60}""");
        await story.Tells("CloudWatch.DescribeAlarmContributors");
    }

    private static async Task ModelsAndFaults(Story story)
    {
        await story.Tells("SageMakerRuntime.InvokeEndpoint", "SageMakerRuntime.InvokeEndpointWithResponseStream");
        await AsynchronousQuestion(story);
        await story.Tells("putBehavior", "getBehavior", "removeBehavior", "putTraffic", "getTraffic", "removeTraffic");
        await story.Tells("addFault", "listFaults", "removeFault");
        await story.Tells("putQuota", "getQuota", "listQuotas");
        await story.Does("putQuota", "{}");
    }

    // An endpoint of the same name in another region, which is asynchronous.
    private static async Task AsynchronousQuestion(Story story)
    {
        const string There = "?region=eu-west-1";
        await story.Does("SageMaker.CreateModel", null, There);
        await story.Does(
            "SageMaker.CreateEndpointConfig",
            """
            {"EndpointConfigName":"blue","AsyncInferenceConfig":{"OutputConfig":{"S3OutputPath":"s3://bucket/answers"}},"ProductionVariants":[
             {"VariantName":"AllTraffic","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}
            """,
            There);
        await story.Does("SageMaker.CreateEndpoint", null, There);
        await story.Does("advanceClock", """{"until":{"endpoint":"demo","status":"InService"}}""", There);
        var answer = await story.Keeps(
            "SageMakerRuntime.InvokeEndpointAsync",
            "",
            There,
            ("X-Amzn-SageMaker-InputLocation", "s3://bucket/question.csv"),
            ("X-Amzn-SageMaker-Inference-Id", "question-1"));
        answer.Status.Should().Be(202);
        await story.Does("advanceClock", """{"seconds":1}""", There);
        (await story.Keeps("getInvocation", null, There)).Status.Should().Be(200);
    }

    private static async Task ScalingAndTags(Story story)
    {
        await story.Tells("SageMaker.UpdateEndpointWeightsAndCapacities");
        await Until(story, "endpoint", "demo");
        var target = await story.Keeps("ApplicationAutoScaling.RegisterScalableTarget");
        AutoScalingExamples.All["TagResource"].Should().Contain(target.At("ScalableTargetARN"), "the examples of tags name the target that was made");
        await story.Tells("ApplicationAutoScaling.PutScalingPolicy");
        await story.Tells(
            "ApplicationAutoScaling.PutScheduledAction", "ApplicationAutoScaling.DescribeScheduledActions",
            "ApplicationAutoScaling.DeleteScheduledAction");
        await story.Does("putTraffic");
        await story.Does("advanceClock", """{"seconds":300}""");
        await story.Tells(
            "ApplicationAutoScaling.DescribeScalableTargets", "ApplicationAutoScaling.DescribeScalingPolicies",
            "ApplicationAutoScaling.DescribeScalingActivities", "ApplicationAutoScaling.TagResource",
            "ApplicationAutoScaling.ListTagsForResource", "ApplicationAutoScaling.UntagResource",
            "ApplicationAutoScaling.DeleteScalingPolicy", "ApplicationAutoScaling.DeregisterScalableTarget");
        await story.Tells("SageMaker.AddTags", "SageMaker.ListTags", "SageMaker.DeleteTags");
    }

    private static async Task Lists(Story story)
    {
        await story.Tells(
            "SageMaker.DescribeModel", "SageMaker.ListModels", "SageMaker.DescribeEndpointConfig", "SageMaker.ListEndpointConfigs",
            "SageMaker.ListEndpoints", "SageMaker.DeleteEndpoint", "SageMaker.DeleteEndpointConfig",
            "SageMaker.DeleteModel", "CloudWatch.DeleteAlarms");
        await story.Does("advanceClock", """{"seconds":60}""");
    }

    // The endpoint is gone; then every AWS operation that demands something is called without it.
    private static async Task Refusals(Story story, JsonNode document)
    {
        foreach (var gone in (string[])["listDeployments", "getDeployment", "getReport", "getJournal", "getEndpoint", "listEndpointAlarms", "getInvocation", "putTraffic", "getTraffic", "removeTraffic", "removeFault", "listInferenceComponentDeployments", "getInferenceComponentDeployment"])
        {
            (await story.Keeps(gone)).Status.Should().Be(404, gone);
        }

        foreach (var (operation, body) in ((string, string)[])[
            ("setClock", """{"now":"2029-01-01T00:00:00Z"}"""), ("advanceClock", """{"seconds":-1}"""),
            ("addFault", """{"kind":"pingFailure","times":0}"""), ("putQuota", """{"limit":-1}"""), ("putBehavior", """{"errorRate":2}"""),
            ("putTraffic", """{"requestsPerSecond":-1}""")])
        {
            (await story.Keeps(operation, body)).Status.Should().Be(400, operation);
        }

        await story.Keeps("advanceClock", """{"until":{"endpoint":"demo","status":"InService"}}""");
        foreach (var operation in OperationsOf(document).Where(id => id.Contains('.', StringComparison.Ordinal)))
        {
            var isAboutOne = operation.Split('.')[1] is var name
                && (name.StartsWith("Describe") || name.StartsWith("Update") || name.StartsWith("Delete"));
            foreach (var body in isAboutOne ? [null, "{}"] : (string?[])["{}"])
            {
                if ((await story.Does(operation, body)).Status >= 400)
                {
                    await story.Keeps(operation, body);
                    break;
                }
            }
        }
    }

    private static async Task Until(Story story, string kind, string name)
    {
        var answer = await story.Does("advanceClock", $$$"""{"until":{"{{{kind}}}":"{{{name}}}","status":"InService"}}""");
        answer.At("reached").Should().Be("true", $"{kind} {name}: {answer.Text}");
    }

    private static IEnumerable<string> OperationsOf(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select operation.Value!["operationId"]!.GetValue<string>();
}
