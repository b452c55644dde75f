using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control.Events;

/// <summary>
/// The bodies of CloudWatch's events, held against the examples in "Alarm events and EventBridge" of its user guide member by
/// member. The lists of members are those of the examples, in another order.
/// </summary>
public sealed class EventBridgeAlarmTests(TestHost host)
{
    private static readonly string[] State = ["value", "reason", "reasonData", "timestamp"];

    private static readonly string[] Metrics =
    [
        "metrics.id", "metrics.metricStat.metric.dimensions.InstanceId", "metrics.metricStat.metric.name",
        "metrics.metricStat.metric.namespace", "metrics.metricStat.period", "metrics.metricStat.stat", "metrics.returnData",
    ];

    private static readonly string[] Common =
        ["alarmName", "description", "actionsEnabled", "timestamp", "okActions", "alarmActions", "insufficientDataActions"];

    private static readonly string[] OfMetric =
        ["evaluationPeriods", "threshold", "comparisonOperator", "treatMissingData", .. Metrics, .. Common];

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task StateChange_OfAnAlarmOnOneMetric_IsTheExamples()
    {
        await PutsCpu(threshold: 50);
        await PutsDatum(10);
        await _account.Advances(300);
        await PutsDatum(99.5);
        await _account.Advances(300);

        var sent = (await Sent("CloudWatch Alarm State Change"))[^1];

        sent["resources"]!.ToJsonString().Should().Be($"""["arn:aws:cloudwatch:us-east-1:{_account.Id}:alarm:ServerCpuTooHigh"]""");
        sent["source"]!.GetValue<string>().Should().Be("aws.cloudwatch");
        var detail = sent["detail"]!;
        detail["alarmName"]!.GetValue<string>().Should().Be("ServerCpuTooHigh");
        detail["configuration"].Paths().Should().BeEquivalentTo(["description", .. Metrics]);
        detail["previousState"].Paths().Should().BeEquivalentTo(State);
        detail["state"].Paths().Should().BeEquivalentTo(State);
        detail["previousState"]!["value"]!.GetValue<string>().Should().Be("OK");
        detail["state"]!["value"]!.GetValue<string>().Should().Be("ALARM");
        detail["state"]!["reason"]!.GetValue<string>().Should().StartWith("Threshold Crossed: 1 out of the last 1 datapoints [99.5 (");
        detail["state"]!["reasonData"]!.GetValue<string>().Should().StartWith("""{"version":"1.0",""");
        detail["state"]!["timestamp"]!.GetValue<string>().Should().MatchRegex(@"^2030-01-01T00:\d\d:\d\d\.000\+0000$");
    }

    [Fact]
    public async Task ConfigurationChanges_OfAnAlarmOnOneMetric_AreTheExamples()
    {
        await PutsCpu(threshold: 70);
        await _account.Advances(10);
        await PutsCpu(threshold: 80);
        await _account.CloudWatch("DeleteAlarms", """{"AlarmNames":["ServerCpuTooHigh"]}""");

        var sent = (await Sent("CloudWatch Alarm Configuration Change")).ConvertAll(each => each["detail"]!);

        sent.Select(each => each["operation"]!.GetValue<string>()).Should().Equal("create", "update", "delete");
        sent.Should().AllSatisfy(each =>
        {
            each["state"].Paths().Should().BeEquivalentTo("value", "timestamp");
            each["configuration"].Paths().Should().BeEquivalentTo(OfMetric);
        });
        sent.Select(each => each.AsObject().ContainsKey("previousConfiguration")).Should().Equal(false, true, false);
        var update = sent[1];
        update["previousConfiguration"].Paths().Should().BeEquivalentTo(OfMetric);
        (update["configuration"]!["threshold"]!.GetValue<double>(), update["previousConfiguration"]!["threshold"]!.GetValue<double>()).Should().Be((80, 70));
        update["configuration"]!["timestamp"]!.GetValue<string>().Should().Be("2030-01-01T00:00:10.000+0000");
        update["previousConfiguration"]!["timestamp"]!.GetValue<string>().Should().Be("2030-01-01T00:00:00.000+0000");
        update["configuration"]!["metrics"]![0]!["id"]!.GetValue<string>().Should().NotBe(
            update["previousConfiguration"]!["metrics"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task ConfigurationChange_OfMetricMath_HasTheExpressionsOfTheExample()
    {
        (await _account.CloudWatch("PutMetricAlarm", """
            {"AlarmName":"Total","EvaluationPeriods":1,"Threshold":10000,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"ignore","Metrics":[
              {"Id":"m1","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"AWS/EC2","MetricName":"NetworkIn","Dimensions":[{"Name":"InstanceId","Value":"i-1"}]},"Stat":"Maximum","Period":300}},
              {"Id":"e1","Expression":"SUM(METRICS())","Label":"Total Network Traffic"}]}
            """)).Status.Should().Be(200);

        var detail = (await Sent("CloudWatch Alarm Configuration Change"))[0]["detail"]!;

        detail["configuration"]!["metrics"]!.ToJsonString().Should().Be(
            """[{"id":"m1","metricStat":{"metric":{"dimensions":{"InstanceId":"i-1"},"name":"NetworkIn","namespace":"AWS/EC2"},"period":300,"stat":"Maximum"},"returnData":false},{"id":"e1","expression":"SUM(METRICS())","label":"Total Network Traffic","returnData":true}]""");
    }

    [Fact]
    public async Task Changes_OfACompositeAlarmWithASuppressor_AreTheExamples()
    {
        await _account.HasAlarm("child");
        await _account.HasAlarm("maintenance");
        (await _account.CloudWatch("PutCompositeAlarm", """
            {"AlarmName":"Service","AlarmRule":"ALARM(child)","ActionsSuppressor":"maintenance","ActionsSuppressorWaitPeriod":120,"ActionsSuppressorExtensionPeriod":180}
            """)).Status.Should().Be(200);
        await _account.Advances(60);
        await _account.SetsAlarm("ALARM", "child");
        await _account.Advances(1);
        await _account.CloudWatch("DeleteAlarms", """{"AlarmNames":["Service"]}""");

        var configuration = (await OfService("CloudWatch Alarm Configuration Change")).ConvertAll(each => each["detail"]!);
        var state = (await OfService("CloudWatch Alarm State Change"))[^1]["detail"]!;

        string[] settings = ["alarmRule", "actionsSuppressor", "actionsSuppressorWaitPeriod", "actionsSuppressorExtensionPeriod"];
        configuration[0]["configuration"].Paths().Should().BeEquivalentTo([.. settings, .. Common.Where(name => name != "description")]);
        configuration[^1]["state"].Paths().Should().BeEquivalentTo("actionsSuppressedBy", "value", "timestamp");
        state["configuration"].Paths().Should().BeEquivalentTo(settings);
        state["state"].Paths().Should().BeEquivalentTo(["actionsSuppressedBy", "actionsSuppressedReason", .. State]);
        state["previousState"].Paths().Should().BeEquivalentTo(State);
        state["state"]!["actionsSuppressedReason"]!.GetValue<string>().Should().Be("Actions suppressed by WaitPeriod");
    }

    private async Task PutsCpu(double threshold) => (await _account.CloudWatch(
        "PutMetricAlarm",
        $$"""{"AlarmName":"ServerCpuTooHigh","AlarmDescription":"Goes into alarm when the CPU is busy","Namespace":"Servers","MetricName":"CPUUtilization","Dimensions":[{"Name":"InstanceId","Value":"i-1"}],"Statistic":"Average","Period":300,"EvaluationPeriods":1,"Threshold":{{threshold}},"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"ignore"}"""))
        .Status.Should().Be(200);

    private async Task PutsDatum(double value) => (await _account.CloudWatch(
        "PutMetricData",
        FormattableString.Invariant($$"""{"Namespace":"Servers","MetricData":[{"MetricName":"CPUUtilization","Dimensions":[{"Name":"InstanceId","Value":"i-1"}],"Value":{{value}}}]}""")))
        .Status.Should().Be(200);

    private async Task<List<JsonNode>> OfService(string detailType) =>
        (await Sent(detailType)).FindAll(each => each["detail"]!["alarmName"]!.GetValue<string>() == "Service");

    private async Task<List<JsonNode>> Sent(string detailType) =>
        (await _account.SentToEventBridge()).FindAll(each => each["detail-type"]!.GetValue<string>() == detailType);
}
