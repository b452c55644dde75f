using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>
/// WarmUpConfiguration, EvaluationWindow and ActionConfiguration over all protocols. The shapes are those of the SDK for
/// JavaScript, client-cloudwatch 3.1162.0.
/// </summary>
public sealed class AlarmSettingsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("""{"WarmUpConfiguration":{"WarmUpPeriodDurationInMinutes":1}}""")]
    [InlineData("""{"WarmUpConfiguration":{"WarmUpPeriodDurationInMinutes":2880,"OnlyStartEvaluatingAfterWarmUpPeriodEnds":true}}""")]
    [InlineData("""{"WarmUpConfiguration":{"WarmUpPeriodDurationInMinutes":30,"OnlyStartEvaluatingAfterWarmUpPeriodEnds":false}}""")]
    [InlineData("""{"EvaluationWindow":{"WallClockWindow":{"Timezone":"America/New_York"}}}""")]
    [InlineData("""{"EvaluationWindow":{"WallClockWindow":{"Timezone":"UTC+05:30"}}}""")]
    [InlineData("""{"EvaluationWindow":{"WallClockWindow":{"Timezone":"Asia/Kolkata"}}}""")]
    [InlineData("""{"ActionConfiguration":{"AlarmTagsPropagation":{"Enabled":true,"IncludedTagKeys":["team"]}}}""")]
    [InlineData("""{"ActionConfiguration":{"AlarmTagsPropagation":{"Enabled":false,"ExcludedTagKeys":["a","b"]}}}""")]
    public async Task Describe_AlarmWithSettings_GivesThemBackInEachProtocol(string settings)
    {
        await _account.Tells("PutMetricAlarm", Metric("json", settings));
        var query = await _account.Query(ThreeWays.Form("PutMetricAlarm", Metric("query", settings)));
        var cbor = await _account.Cbor("PutMetricAlarm", ThreeWays.Cbor("PutMetricAlarm", Metric("cbor", settings)));

        var shown = await _account.Asks("DescribeAlarms", "{}");

        (query.Status, cbor.Status).Should().Be((200, 200), query.Text);
        await _account.RequireSameByCbor("DescribeAlarms", "{}", shown);
        var (name, value) = JsonNode.Parse(settings)!.AsObject().Single();
        var alarms = JsonNode.Parse(shown.Text)!["MetricAlarms"]!.AsArray();
        alarms.Should().HaveCount(3).And.OnlyContain(alarm => JsonNode.DeepEquals(alarm![name], value));
    }

    [Theory]
    [InlineData("""{"SlidingWindow":{}}""")]
    [InlineData("""{"WallClockWindow":{}}""")]
    public async Task Describe_WindowWithoutMembers_GivesItBack(string window)
    {
        await _account.Tells("PutMetricAlarm", Metric("a", $$"""{"EvaluationWindow":{{window}}}"""));

        var shown = await _account.CloudWatch("DescribeAlarms", "{}");

        JsonNode.Parse(shown.Text)!["MetricAlarms"]![0]!["EvaluationWindow"]!.ToJsonString().Should().Be(window);
    }

    [Fact]
    public async Task Describe_CompositeAlarm_GivesItsActionConfigurationBack()
    {
        const string Settings = """{"AlarmTagsPropagation":{"Enabled":true,"ExcludedTagKeys":["secret"]}}""";
        await _account.Tells("PutCompositeAlarm", $$"""{"AlarmName":"both","AlarmRule":"TRUE","ActionConfiguration":{{Settings}}}""");

        var shown = await _account.Asks("DescribeAlarms", """{"AlarmTypes":["CompositeAlarm"]}""");

        JsonNode.Parse(shown.Text)!["CompositeAlarms"]![0]!["ActionConfiguration"]!.ToJsonString().Should().Be(Settings);
    }

    [Fact]
    public async Task Describe_AlarmInItsWarmUp_SaysSo()
    {
        var breaching = """{"TreatMissingData":"breaching","WarmUpConfiguration":{"WarmUpPeriodDurationInMinutes":10}}""";
        await _account.Tells("PutMetricAlarm", Metric("a", breaching));

        var during = await _account.Asks("DescribeAlarms", "{}");
        await _account.Advances(600);
        var after = await _account.Asks("DescribeAlarms", "{}");

        (State(during), State(after)).Should().Be(("INSUFFICIENT_DATA IN_WARM_UP", "ALARM "));
    }

    [Fact]
    public async Task History_AlarmWithWarmUp_HasTheConfigurationAndNoStateBeforeItsEnd()
    {
        var breaching = """{"TreatMissingData":"breaching","WarmUpConfiguration":{"WarmUpPeriodDurationInMinutes":10}}""";
        await _account.Tells("PutMetricAlarm", Metric("a", breaching));
        await _account.Advances(599);

        var items = JsonNode.Parse((await _account.Asks("DescribeAlarmHistory", "{}")).Text)!["AlarmHistoryItems"]!.AsArray();

        items.Select(item => (string)item!["HistoryItemType"]!).Should().Equal("ConfigurationUpdate");
        ((string)items[0]!["HistoryData"]!).Should().Contain("\"warmUpConfiguration\":{\"warmUpPeriodDurationInMinutes\":10}");
    }

    [Theory]
    [InlineData("DescribeAlarms")]
    [InlineData("DescribeAlarmHistory")]
    public async Task Describe_OfLogAlarms_HasNone(string operation)
    {
        await _account.HasAlarm("a");

        var shown = await _account.Asks(operation, """{"AlarmTypes":["LogAlarm"]}""");

        JsonNode.Parse(shown.Text)!.AsObject().Should().OnlyContain(list => list.Value!.AsArray().Count == 0);
    }

    // AWS's texts for constraints have this form. Those of the others are ours.
    [Theory]
    [InlineData("""{"WarmUpConfiguration":{"OnlyStartEvaluatingAfterWarmUpPeriodEnds":true}}""", "Value null at 'warmUpConfiguration.warmUpPeriodDurationInMinutes' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"WarmUpConfiguration":{"WarmUpPeriodDurationInMinutes":0}}""", "Member must have value greater than or equal to 1")]
    [InlineData("""{"WarmUpConfiguration":{"WarmUpPeriodDurationInMinutes":2881}}""", "Member must have value less than or equal to 2880")]
    [InlineData("""{"EvaluationWindow":{"WallClockWindow":{"Timezone":"Mars/Olympus"}}}""", "Timezone Mars/Olympus is not valid")]
    [InlineData("""{"EvaluationWindow":{"WallClockWindow":{"Timezone":"+01:03"}}}""", "multiple of 5 minutes")]
    [InlineData("""{"EvaluationWindow":{"WallClockWindow":{"Timezone":"Z"}},"Period":120}""", "Supported periods are 60, 300, 3600, 86400, 604800.")]
    [InlineData("""{"EvaluationWindow":{"WallClockWindow":{"Timezone":"Z"}},"Period":10}""", "Supported periods are 60, 300, 3600, 86400, 604800.")]
    [InlineData("""{"ActionConfiguration":{"AlarmTagsPropagation":{"IncludedTagKeys":["a"]}}}""", "'actionConfiguration.alarmTagsPropagation.enabled' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"ActionConfiguration":{"AlarmTagsPropagation":{"Enabled":true,"IncludedTagKeys":["a"],"ExcludedTagKeys":["b"]}}}""", "IncludedTagKeys and ExcludedTagKeys cannot both be specified")]
    [InlineData("""{"ActionConfiguration":{"AlarmTagsPropagation":{"Enabled":true,"IncludedTagKeys":[""]}}}""", "Member must have length greater than or equal to 1")]
    public async Task PutMetricAlarm_SettingsThatAreNotValid_AreRefused(string settings, string text)
    {
        var refusal = await _account.Refused("PutMetricAlarm", Metric("a", settings));

        refusal.Code.Should().Be("ValidationError");
        refusal.Text.Should().Contain(text);
    }

    // The query protocol has no empty structures.
    [Theory]
    [InlineData("""{"EvaluationWindow":{}}""")]
    [InlineData("""{"EvaluationWindow":{"WallClockWindow":{"Timezone":"Z"},"SlidingWindow":{}}}""")]
    public async Task PutMetricAlarm_WindowWithoutExactlyOneMember_IsRefused(string settings)
    {
        var answer = await _account.CloudWatch("PutMetricAlarm", Metric("a", settings));

        answer.Status.Should().Be(400);
        answer.At("message").Should().StartWith("EvaluationWindow must have exactly one of the members");
    }

    [Fact]
    public async Task PutCompositeAlarm_BothListsOfTagKeys_IsRefused()
    {
        var refusal = await _account.Refused("PutCompositeAlarm", """
            {"AlarmName":"both","AlarmRule":"TRUE","ActionConfiguration":{"AlarmTagsPropagation":
             {"Enabled":true,"IncludedTagKeys":["a"],"ExcludedTagKeys":["b"]}}}
            """);

        refusal.Should().Be(new Refusal("ValidationError", "IncludedTagKeys and ExcludedTagKeys cannot both be specified"));
    }

    private static string Metric(string name, string settings)
    {
        var alarm = JsonNode.Parse($$"""
            {"AlarmName":"{{name}}","Namespace":"N","MetricName":"m","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,
             "ComparisonOperator":"GreaterThanThreshold"}
            """)!.AsObject();
        foreach (var (member, value) in JsonNode.Parse(settings)!.AsObject())
        {
            alarm[member] = value!.DeepClone();
        }

        return alarm.ToJsonString();
    }

    private static string State(Wire.Fakes.Answer shown) =>
        $"{shown.At("MetricAlarms.0.StateValue")} {shown.At("MetricAlarms.0.EvaluationState")}";
}
