using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Webhooks;

/// <summary>
/// What AWS publishes to topics. The members of an alarm's message, and their order, are those of messages recorded from AWS.
/// </summary>
public sealed class TopicTests : IAsyncLifetime
{
    private const string Arn = "arn:aws:sns:us-east-1:000000000000:alarms";

    private HookServer _hook = null!;
    private TestHost _host = null!;
    private Account _account = null!;

    public async ValueTask InitializeAsync()
    {
        _hook = await HookServer.Start();
        _host = TestHost.With(("RollingDeploy:Topics:0:Arn", Arn), ("RollingDeploy:Topics:0:Url", _hook.Url));
        _account = _host.NewAccount();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _hook.DisposeAsync();
    }

    [Fact]
    public async Task Notification_OfAnAlarm_HasTheEnvelopeOfSns()
    {
        await PutsAlarm();

        await _account.SetsAlarm("ALARM", "CPU too high");

        var sent = (await _hook.Has(1))[0];
        var id = sent.Json.At("MessageId");
        sent.Headers["Content-Type"].Should().Be("text/plain; charset=UTF-8");
        sent.Headers["User-Agent"].Should().Be("Amazon Simple Notification Service Agent");
        sent.Headers["x-amz-sns-message-type"].Should().Be("Notification");
        sent.Headers["x-amz-sns-message-id"].Should().Be(id);
        sent.Headers["x-amz-sns-topic-arn"].Should().Be(Arn);
        sent.Headers["x-amz-sns-subscription-arn"].Should().StartWith($"{Arn}:");
        sent.Json["Message"] = "m";
        sent.Body.Should().StartWith($$$$"""{"Type":"Notification","MessageId":"{{{{id}}}}","TopicArn":"{{{{Arn}}}}","Subject":"ALARM: \"CPU too high\" in US East (N. Virginia)","Message":"{\"AlarmName\":\"CPU too high\",""")
            .And.EndWith(""","Timestamp":"2030-01-01T00:00:00.000Z","SignatureVersion":"1","Signature":"UNSIGNED","SigningCertURL":"","UnsubscribeURL":""}""");
    }

    [Fact]
    public async Task Message_OfAMetricAlarm_IsThatOfAws()
    {
        await PutsAlarm();

        await _account.SetsAlarm("ALARM", "CPU too high");

        (await Message()).ToJsonString(Relaxed).Should().Be($$$$"""
            {"AlarmName":"CPU too high","AlarmDescription":"too busy","AWSAccountId":"{{{{_account.Id}}}}","AlarmConfigurationUpdatedTimestamp":"2030-01-01T00:00:00.000+0000","NewStateValue":"ALARM","NewStateReason":"test","StateChangeTime":"2030-01-01T00:00:00.000+0000","Region":"US East (N. Virginia)","AlarmArn":"arn:aws:cloudwatch:us-east-1:{{{{_account.Id}}}}:alarm:CPU too high","OldStateValue":"INSUFFICIENT_DATA","OKActions":[],"AlarmActions":["{{{{Arn}}}}"],"InsufficientDataActions":[],"Trigger":{"MetricName":"CPUUtilization","Namespace":"AWS/EC2","StatisticType":"Statistic","Statistic":"SAMPLE_COUNT","Unit":null,"Dimensions":[{"value":"i-1","name":"InstanceId"}],"Period":60,"EvaluationPeriods":2,"DatapointsToAlarm":1,"ComparisonOperator":"GreaterThanThreshold","Threshold":50.0,"TreatMissingData":"","EvaluateLowSampleCountPercentile":""}}
            """);
    }

    [Fact]
    public async Task Message_OfAnAlarmOnMetricMath_HasItsMetrics()
    {
        await _account.CloudWatch("PutMetricAlarm", $$$$"""
            {"AlarmName":"math","EvaluationPeriods":1,"Threshold":0.5,"ComparisonOperator":"LessThanThreshold","AlarmActions":["{{{{Arn}}}}"],"TreatMissingData":"missing","Metrics":[
              {"Id":"e","Expression":"m * 2","Label":"twice"},
              {"Id":"m","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"MyApp","MetricName":"Errors","Dimensions":[{"Name":"a","Value":"b"}]},"Stat":"p90","Period":300}}]}
            """);

        await _account.SetsAlarm("ALARM", "math");

        (await Message())["Trigger"]!.ToJsonString().Should().Be("""{"Period":300,"EvaluationPeriods":1,"ComparisonOperator":"LessThanThreshold","Threshold":0.5,"TreatMissingData":"missing","EvaluateLowSampleCountPercentile":"","Metrics":[{"Expression":"m * 2","Id":"e","Label":"twice","ReturnData":true},{"Id":"m","MetricStat":{"Metric":{"Dimensions":[{"value":"b","name":"a"}],"MetricName":"Errors","Namespace":"MyApp"},"Period":300,"Stat":"p90"},"ReturnData":false}]}""");
    }

    [Fact]
    public async Task Message_OfACompositeAlarm_HasItsRuleAndTheTriggeringChildren()
    {
        await _account.HasAlarm();
        await _account.CloudWatch("PutCompositeAlarm", $$$$"""{"AlarmName":"both","AlarmRule":"ALARM(errors)","AlarmActions":["{{{{Arn}}}}"]}""");

        await _account.SetsAlarm("OK");
        await _account.SetsAlarm("ALARM");

        (await Message()).ToJsonString(Relaxed).Should().Be($$$$"""
            {"AlarmName":"both","AlarmDescription":null,"AWSAccountId":"{{{{_account.Id}}}}","AlarmConfigurationUpdatedTimestamp":"2030-01-01T00:00:00.000+0000","NewStateValue":"ALARM","NewStateReason":"arn:aws:cloudwatch:us-east-1:{{{{_account.Id}}}}:alarm:errors transitioned to ALARM at Tuesday 01 January, 2030 00:00:00 UTC","StateChangeTime":"2030-01-01T00:00:00.000+0000","Region":"US East (N. Virginia)","AlarmArn":"arn:aws:cloudwatch:us-east-1:{{{{_account.Id}}}}:alarm:both","OKActions":[],"AlarmActions":["{{{{Arn}}}}"],"InsufficientDataActions":[],"OldStateValue":"OK","AlarmRule":"ALARM(errors)","TriggeringChildren":[{"Arn":"arn:aws:cloudwatch:us-east-1:{{{{_account.Id}}}}:alarm:errors","State":{"Value":"ALARM","Timestamp":"2030-01-01T00:00:00.000+0000"}}]}
            """);
    }

    [Fact]
    public async Task Alarm_WhoseActionsAreDisabledOrOfAnotherTopic_IsNotSent()
    {
        await PutsAlarm("disabled", more: ""","ActionsEnabled":false""");
        await PutsAlarm("other", topic: $"{Arn}2");
        await PutsAlarm("right");

        foreach (var name in (string[])["disabled", "other", "right"])
        {
            await _account.SetsAlarm("ALARM", name);
        }

        (await Message()).At("AlarmName").Should().Be("right");
        _hook.Accepted.Should().ContainSingle();
    }

    [Fact]
    public async Task AsyncRequest_ThatIsCompleted_IsSentToItsTopic()
    {
        await HasAsyncEndpoint("NAME", "x");

        await _account.Runtime(
            "demo/async-invocations", null, ("X-Amzn-SageMaker-Accept", "text/csv"), ("X-Amzn-SageMaker-Content-Type", "text/csv"), ("X-Amzn-SageMaker-InputLocation", "s3://bucket/in.csv"), ("X-Amzn-SageMaker-Inference-Id", "mine"));
        await _account.Advances(1);

        var message = await Message();
        var output = message.At("responseParameters.outputLocation");
        output.Should().StartWith("s3://bucket/out/");
        message.ToJsonString().Should().Match($$$$"""
            {"awsRegion":"us-east-1","eventTime":"2030-01-01T*Z","receivedTime":"2030-01-01T*Z","invocationStatus":"Completed","requestParameters":{"accept":"text/csv","contentType":"text/csv","endpointName":"demo","inputLocation":"s3://bucket/in.csv"},"responseParameters":{"contentType":"text/csv","outputLocation":"{{{{output}}}}"},"responseBody":{"content":"*","encoding":"BASE64"},"inferenceId":"mine","eventVersion":"1.0","eventSource":"aws:sagemaker","eventName":"InferenceResult"}
            """.Trim());
        _hook.Accepted[0].Json.At("Subject").Should().BeNull();
    }

    [Fact]
    public async Task AsyncRequest_ThatHasFailed_IsSentToItsTopic()
    {
        await HasAsyncEndpoint("ROLLINGDEPLOY_ERROR_RATE", "1");

        await _account.Runtime("demo/async-invocations", null, ("X-Amzn-SageMaker-InputLocation", "s3://bucket/in.csv"));
        await _account.Advances(1);

        var message = await Message();
        message.At("invocationStatus").Should().Be("Failed");
        message.At("failureReason").Should().Be("The model answered 500.");
        message.AsObject().Select(member => member.Key).Should().Equal(
            "awsRegion", "eventTime", "receivedTime", "invocationStatus", "failureReason", "requestParameters", "inferenceId",
            "eventVersion", "eventSource", "eventName");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<JsonNode> Message() => JsonNode.Parse((await _hook.Has(1))[0].Json.At("Message")!)!;

    private async Task PutsAlarm(string name = "CPU too high", string topic = Arn, string more = "") => (await _account.CloudWatch("PutMetricAlarm", $$$$"""
        {"AlarmName":"{{{{name}}}}","AlarmDescription":"too busy","Namespace":"AWS/EC2","MetricName":"CPUUtilization","Dimensions":[{"Name":"InstanceId","Value":"i-1"}],
         "Statistic":"SampleCount","Period":60,"EvaluationPeriods":2,"DatapointsToAlarm":1,"Threshold":50,"ComparisonOperator":"GreaterThanThreshold","AlarmActions":["{{{{topic}}}}"]{{{{more}}}}}
        """)).Status.Should().Be(200);

    private async Task HasAsyncEndpoint(string variable, string value)
    {
        (await _account.CreatesModel(variable, value)).Status.Should().Be(200);
        await _account.Does("CreateEndpointConfig", $$$$"""
            {"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}],
             "AsyncInferenceConfig":{"OutputConfig":{"S3OutputPath":"s3://bucket/out/","NotificationConfig":{"SuccessTopic":"{{{{Arn}}}}","ErrorTopic":"{{{{Arn}}}}","IncludeInferenceResponseIn":["SUCCESS_NOTIFICATION_TOPIC"]} }}}
            """);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");
    }
}
