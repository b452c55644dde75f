using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>What is written down of alarms (cloudwatch.md §4), and how it is asked for.</summary>
public sealed class DescribeAlarmHistoryTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task History_OfNothing_IsEmpty() =>
        (await _account.Asks("DescribeAlarmHistory", "{}")).Text.Should().Be("""{"AlarmHistoryItems":[]}""");

    [Fact]
    public async Task StateUpdate_BySetAlarmState_HasBothStates()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm);
        await _account.Tells("SetAlarmState", """{"AlarmName":"a","StateValue":"ALARM","StateReason":"\"why\"","StateReasonData":"{\"a\":1}"}""");

        var answer = await _account.Asks("DescribeAlarmHistory", """{"MaxRecords":1}""");

        var item = answer.Json["AlarmHistoryItems"]![0]!;
        item.At("HistoryData").Should().Be(
            """{"version":"1.0","oldState":{"stateValue":"INSUFFICIENT_DATA","stateReason":"Unchecked: Initial alarm creation"},"newState":{"stateValue":"ALARM","stateReason":"\"why\"","stateReasonData":{"a":1}}}""");
        item.AsObject().Remove("HistoryData");
        item.ToJsonString().Should().Be(
            """{"AlarmName":"a","AlarmType":"MetricAlarm","Timestamp":1.893456E9,"HistoryItemType":"StateUpdate","HistorySummary":"Alarm updated from INSUFFICIENT_DATA to ALARM"}""");
    }

    [Fact]
    public async Task StateUpdate_ByAnEvaluation_HasItsDataAsJson()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm);
        await _account.Puts("""{"MetricName":"m","Value":7}""");

        await _account.Advances(60);

        var data = (await _account.Asks("DescribeAlarmHistory", """{"HistoryItemType":"StateUpdate"}""")).At("AlarmHistoryItems.0.HistoryData");
        data.Should().Be(
            """{"version":"1.0","oldState":{"stateValue":"INSUFFICIENT_DATA","stateReason":"Unchecked: Initial alarm creation"},"newState":{"stateValue":"ALARM","stateReason":"Threshold Crossed: 1 datapoint [7.0 (01/01/30 00:00:00)] was greater than the threshold (5.0).","stateReasonData":{"version":"1.0","queryDate":"2030-01-01T00:01:00.000+0000","startDate":"2030-01-01T00:00:00.000+0000","statistic":"Sum","period":60,"recentDatapoints":[7.0],"threshold":5.0,"evaluatedDatapoints":[{"timestamp":"2030-01-01T00:00:00.000+0000","sampleCount":1.0,"value":7.0}]}}}""");
    }

    [Fact]
    public async Task ConfigurationUpdates_FromCreationToDeletion_TellTheConfiguration()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm.With("""{"OKActions":[],"Tags":[{"Key":"k","Value":"v"}]}"""));
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm);
        await _account.Tells("DeleteAlarms", """{"AlarmNames":["a"]}""");

        var answer = await _account.Asks("DescribeAlarmHistory", """{"AlarmName":"a","ScanBy":"TimestampAscending"}""");

        const string alarm = "\"alarmName\":\"a\",\"metricName\":\"m\",\"namespace\":\"N\",\"statistic\":\"Sum\",\"period\":60,\"evaluationPeriods\":1,\"threshold\":5.0,\"comparisonOperator\":\"GreaterThanThreshold\"";
        answer.Each("AlarmHistoryItems", "HistoryItemType").Should().AllBe("ConfigurationUpdate");
        answer.Each("AlarmHistoryItems", "HistorySummary").Should().Equal("Alarm \"a\" created", "Alarm \"a\" updated", "Alarm \"a\" deleted");
        answer.Each("AlarmHistoryItems", "HistoryData").Should().Equal(
            $$$"""{"version":"1.0","type":"Create","createdAlarm":{{{{alarm.Replace("\"metricName", "\"okactions\":[],\"metricName")}}}}}""",
            $$$"""{"version":"1.0","type":"Update","updatedAlarm":{{{{alarm}}}}}""",
            $$$"""{"version":"1.0","type":"Delete","deletedAlarm":{{{{alarm}}}}}""");
    }

    [Fact]
    public async Task Action_OfAState_IsWrittenDownAsCarriedOut()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm.With($$"""{"AlarmActions":["{{Bodies.Topic}}","arn:aws:lambda:us-east-1:111122223333:function:f"]}"""));

        await _account.SetsAlarm("ALARM", "a");
        await _account.SetsAlarm("ALARM", "a");

        var answer = await _account.Asks("DescribeAlarmHistory", """{"HistoryItemType":"Action","ScanBy":"TimestampAscending"}""");
        answer.Each("AlarmHistoryItems", "HistorySummary").Should().Equal(
            $"Successfully executed action {Bodies.Topic}", "Successfully executed action arn:aws:lambda:us-east-1:111122223333:function:f");
        answer.At("AlarmHistoryItems.0.HistoryData").Should().Be(
            $$"""{"actionState":"Succeeded","notificationResource":"{{Bodies.Topic}}","stateUpdateTimestamp":1893456000000}""");
    }

    [Theory]
    [InlineData("{}", "b created,a ALARM,a created")]
    [InlineData("""{"ScanBy":"TimestampAscending"}""", "a created,a ALARM,b created")]
    [InlineData("""{"AlarmName":"b"}""", "b created")]
    [InlineData("""{"AlarmName":"B"}""", "")]
    [InlineData("""{"AlarmName":"c"}""", "")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm"]}""", "c OK,c created")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm"],"AlarmName":"a"}""", "")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"],"HistoryItemType":"StateUpdate"}""", "a ALARM,c OK")]
    [InlineData("""{"HistoryItemType":"Action"}""", "")]
    [InlineData("""{"HistoryItemType":"AlarmContributorAction"}""", "")]
    [InlineData("""{"AlarmContributorId":"1"}""", "")]
    [InlineData("""{"StartDate":1893456010}""", "b created,a ALARM")]
    [InlineData("""{"StartDate":1893456011}""", "b created")]
    [InlineData("""{"EndDate":1893456010}""", "a ALARM,a created")]
    [InlineData("""{"StartDate":1893456001,"EndDate":1893456019}""", "a ALARM")]
    [InlineData("""{"StartDate":1893456019,"EndDate":1893456001}""", "")]
    public async Task Describe_WithEachFilter_ShowsWhatFits(string body, string expected)
    {
        await Stage();

        var answer = await _account.Asks("DescribeAlarmHistory", body);

        answer.Json["AlarmHistoryItems"]!.AsArray().Select(Told).Should().Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("TimestampAscending", "a created,a ALARM,b created")]
    [InlineData("TimestampDescending", "b created,a ALARM,a created")]
    public async Task Describe_ByPages_GivesEachOnce(string scanBy, string expected)
    {
        await Stage();

        var told = new List<string>();
        for (string? token = ""; token is not null;)
        {
            var answer = await _account.Asks("DescribeAlarmHistory", $$"""{"ScanBy":"{{scanBy}}","MaxRecords":1{{(token.Length == 0 ? "" : $",\"NextToken\":\"{token}\"")}}}""");
            told.AddRange(answer.Json["AlarmHistoryItems"]!.AsArray().Select(Told));
            token = answer.At("NextToken");
        }

        told.Should().Equal(expected.Split(','));
    }

    [Theory]
    [InlineData("""{"NextToken":"forged"}""", "InvalidNextToken", "The next token specified is invalid.")]
    [InlineData("""{"MaxRecords":0}""", "ValidationError", "1 validation error detected: Value '0' at 'maxRecords' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("""{"AlarmTypes":["metric"]}""", "ValidationError", null)]
    [InlineData("""{"ScanBy":"Time"}""", "ValidationError", "1 validation error detected: Value 'Time' at 'scanBy' failed to satisfy constraint: Member must satisfy enum value set: [TimestampDescending, TimestampAscending]")]
    public async Task Describe_AgainstARule_IsRefused(string body, string code, string? text)
    {
        var refusal = await _account.Refused("DescribeAlarmHistory", body);

        refusal.Should().Be(new Refusal(code, text ?? refusal.Text));
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\u0001')]
    [InlineData('ß')]
    public async Task HistoryData_OfTheLongestReasons_StaysWithinAwsLimitAndIsJson(char letter)
    {
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm);
        foreach (var state in (string[])["ALARM", "OK"])
        {
            await _account.Tells("SetAlarmState", new JsonObject
            {
                ["AlarmName"] = "a",
                ["StateValue"] = state,
                ["StateReason"] = new string(letter, 1023),
                ["StateReasonData"] = $"\"{new string('x', 3998)}\"",
            }.ToJsonString());
        }

        var answer = await _account.CloudWatch("DescribeAlarmHistory", """{"HistoryItemType":"StateUpdate"}""");

        foreach (var data in answer.Each("AlarmHistoryItems", "HistoryData"))
        {
            data!.Length.Should().BeLessThanOrEqualTo(4095);
            JsonNode.Parse(data).At("newState.stateReason").Should().StartWith(new string(letter, 300));
        }
    }

    [Theory]
    [InlineData("[DEEP]")]
    [InlineData("\"\\ud800\"")]
    [InlineData("null")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("1e999")]
    public async Task HistoryData_OfOddReasonData_IsStillTold(string data)
    {
        data = data.Replace("[DEEP]", new string('[', 64) + new string(']', 64));
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm);
        await _account.Tells("SetAlarmState", new JsonObject { ["AlarmName"] = "a", ["StateValue"] = "OK", ["StateReason"] = "", ["StateReasonData"] = data }.ToJsonString());

        var answer = await _account.Asks("DescribeAlarmHistory", """{"HistoryItemType":"StateUpdate"}""");

        answer.At("AlarmHistoryItems.0.HistoryData").Should().EndWith($$$"""newState":{"stateValue":"OK","stateReason":"","stateReasonData":{{{data}}}}}""");
    }

    [Fact]
    public async Task HistorySummary_OfTheLongestNames_IsCutBetweenCharacters()
    {
        foreach (var name in (string[])["x" + Repeated("😀", 127), Repeated("😀", 127)])
        {
            await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm.With($$"""{"AlarmName":"{{name}}"}"""));
        }

        var answer = await _account.Asks("DescribeAlarmHistory", "{}");

        answer.Each("AlarmHistoryItems", "HistorySummary").Should().AllSatisfy(summary => summary!.Length.Should().BeInRange(254, 255));
        answer.Text.Should().NotContain("\uFFFD");
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Told(JsonNode? item) =>
        $"{item.At("AlarmName")} {item.At("HistorySummary")!.Split(' ')[^1]}";

    private async Task Stage()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm);
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("OK(a)"));
        await _account.Advances(10);
        await _account.SetsAlarm("ALARM", "a");
        await _account.Advances(10);
        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm.With("""{"AlarmName":"b"}"""));
    }
}
