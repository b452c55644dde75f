using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>
/// Alarms on Metrics Insights queries and their contributors (user guide, create a CloudWatch alarm based on a Metrics Insights
/// query).
/// </summary>
public sealed class InsightsAlarmTests(TestHost host)
{
    private const string Grouped = "SELECT MAX(errors) FROM N GROUP BY e ORDER BY MAX() DESC";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("SELECT SUM(errors) FROM N", "Threshold Crossed: 1 datapoint [9.0 (01/01/30 00:00:00)] was greater than the threshold (5.0).")]
    [InlineData(Grouped, "1 out of 2 time series evaluated to ALARM")]
    public async Task Put_OfAQuery_GoesIntoAlarmFromData(string query, string reason)
    {
        await _account.Tells("PutMetricAlarm", Alarm(query));

        await Report(("a", 1), ("b", 8));
        await _account.Advances(60);

        var alarm = await _account.Alarm();
        (alarm.At("StateValue"), alarm.At("StateReason"), alarm.At("EvaluationState")).Should().Be(("ALARM", reason, null));
        alarm.At("Metrics.0.Expression").Should().Be(query);
    }

    [Fact]
    public async Task Describe_ContributorsInAlarm_AreThoseThatBreach()
    {
        await _account.Tells("PutMetricAlarm", Alarm(Grouped));
        await Report(("a", 1), ("b", 8));
        await _account.Advances(60);

        var answer = await _account.Asks("DescribeAlarmContributors", """{"AlarmName":"a"}""");

        answer.Text.Should().Be(
            """{"AlarmContributors":[{"ContributorId":"ID","ContributorAttributes":{"e":"b"},"StateReason":"Threshold Crossed: 1 datapoint was greater than the threshold (5.0). The most recent datapoint which crossed the threshold: [8.0 (01/01/30 00:00:00)].","StateTransitionedTimestamp":1.89345606E9}]}"""
                .Replace("ID", answer.At("AlarmContributors.0.ContributorId")));
    }

    [Fact]
    public async Task Describe_NoContributorInAlarm_IsAnEmptyList()
    {
        await _account.Tells("PutMetricAlarm", Alarm(Grouped));

        (await _account.Asks("DescribeAlarmContributors", """{"AlarmName":"a"}""")).Text.Should().Be("""{"AlarmContributors":[]}""");
    }

    [Theory]
    [InlineData("""{"AlarmName":"none"}""", "ResourceNotFoundException", "The alarm none does not exist.", 404)]
    [InlineData("""{"AlarmName":"single"}""", "ValidationError", "The alarm single has no contributors. Only alarms on a Metrics Insights query with GROUP BY have contributors.", 400)]
    [InlineData("""{"AlarmName":"both"}""", "ValidationError", "The alarm both has no contributors. Only alarms on a Metrics Insights query with GROUP BY have contributors.", 400)]
    [InlineData("""{"AlarmName":"a","NextToken":"t"}""", "InvalidNextToken", "The next token specified is invalid.", 400)]
    [InlineData("{}", "ValidationError", "1 validation error detected: Value null at 'alarmName' failed to satisfy constraint: Member must not be null", 400)]
    public async Task Describe_OfAnAlarmWithoutContributors_IsRefused(string body, string code, string text, int status)
    {
        await _account.Tells("PutMetricAlarm", Alarm(Grouped));
        await _account.Tells("PutMetricAlarm", Alarm("SELECT SUM(errors) FROM N").With("""{"AlarmName":"single"}"""));
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(a)", "both"));

        (await _account.Refused("DescribeAlarmContributors", body, status)).Should().Be(new Refusal(code, text));
    }

    [Theory]
    [InlineData("""[{"Id":"q1","Expression":"SELECT SUM(x) FROM N GROUP BY e","Period":60}]""", "Metrics expression that return multi time series are only allowed for MetricsInsights expression with an ORDER BY clause")]
    [InlineData("""[{"Id":"e1","Expression":"DIFF(q1)"},{"Id":"q1","Expression":"SELECT SUM(x) FROM N GROUP BY e ORDER BY MAX()","Period":60,"ReturnData":false}]""", "Metrics expression that return multi time series are only allowed for MetricsInsights expression with an ORDER BY clause")]
    [InlineData("""[{"Id":"e1","Expression":"q1/q2"},{"Id":"q1","Expression":"SELECT SUM(x) FROM N","Period":60,"ReturnData":false},{"Id":"q2","Expression":"SELECT SUM(y) FROM N","Period":60,"ReturnData":false}]""", "Invalid metrics list")]
    [InlineData("""[{"Id":"q1","Expression":"SELECT SUM(x) FROM N"}]""", "Period must not be null")]
    [InlineData("""[{"Id":"q1","Expression":"SELECT SUM(x) FROM N","Period":90}]""", "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData("""[{"Id":"e1","Expression":"q1/m1"},{"Id":"q1","Expression":"SELECT SUM(x) FROM N","Period":300,"ReturnData":false},{"Id":"m1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":60,"Stat":"Sum"},"ReturnData":false}]""", "All metrics in an alarm must have the same period.")]
    [InlineData("""[{"Id":"q1","Expression":"SELECT MODE(x) FROM N","Period":60}]""", "Error in expression 'q1': Invalid syntax. 'MODE' is not a valid aggregate function")]
    public async Task Put_OfAQueryAgainstARule_IsRefused(string metrics, string text)
    {
        var body = Bodies.MathAlarm.With($$"""{"Metrics":{{metrics}}}""");

        (await _account.Refused("PutMetricAlarm", body)).Should().Be(new Refusal("ValidationError", text));
    }

    [Theory]
    [InlineData("MAX(q1) - m1")]
    [InlineData("SUM(q1)")]
    [InlineData("FIRST(q1)")]
    public async Task Put_OfMathThatReducesTheGroups_IsAnAlarmOnOneSeries(string expression)
    {
        await _account.Tells("PutMetricAlarm", Bodies.MathAlarm.With(
            $$"""{"Metrics":[{"Id":"e1","Expression":"{{expression}}"},{"Id":"q1","Expression":"{{Grouped}}","Period":60,"ReturnData":false},{{Queries.Stat("m1", "base").With("""{"ReturnData":false}""")}}]}"""));

        await Report(("a", 1), ("b", 8));
        await _account.Advances(60);

        (await _account.Alarm()).At("StateReason").Should().StartWith("Threshold Crossed: 1 datapoint [");
    }

    [Fact]
    public async Task History_OfContributors_IsThereWhenItIsAskedFor()
    {
        await _account.Tells("PutMetricAlarm", Alarm(Grouped).With($$"""{"AlarmActions":["{{Bodies.Topic}}"]}"""));
        await Report(("a", 1), ("b", 8));
        await _account.Advances(60);

        var all = await History("""{"AlarmName":"a"}""");
        var updates = await History("""{"AlarmName":"a","HistoryItemType":"AlarmContributorStateUpdate"}""");
        var actions = await History("""{"AlarmName":"a","HistoryItemType":"AlarmContributorAction"}""");

        all.Select(item => item.At("HistoryItemType")).Should().Equal("Action", "StateUpdate", "ConfigurationUpdate");
        var update = updates.Should().ContainSingle().Subject;
        (update.At("HistorySummary"), update.At("AlarmContributorAttributes")).Should().Be(
            ("Contributor state updated to ALARM", """{"e":"b"}"""));
        JsonNode.Parse(update.At("HistoryData")!).At("newState.stateReasonData.recentDatapoints").Should().Be("[8.0]");
        actions.Single().At("HistorySummary").Should().Be($"Successfully executed action {Bodies.Topic}");
        var id = update.At("AlarmContributorId");
        (await History($$"""{"AlarmName":"a","AlarmContributorId":"{{id}}"}""")).Should().HaveCount(2);
        (await History("""{"AlarmName":"a","AlarmContributorId":"0"}""")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("SELECT SUM(errors) FROM N")]
    [InlineData(Grouped)]
    public async Task Update_WatchedByAQuery_RollsBackFromData(string query)
    {
        await _account.HasEndpoint();
        await _account.Tells("PutMetricAlarm", Alarm(query).With("""{"AlarmName":"fleet","TreatMissingData":"notBreaching"}"""));
        await _account.Updates(Policies.Linear.Replace("errors", "fleet"));
        await _account.Advances(10);

        await Report(("a", 1), ("b", 8));
        await _account.AdvanceUntil("InService");

        var endpoint = await _account.Describes();
        (endpoint.At("EndpointConfigName"), endpoint.At("FailureReason")).Should().Be(
            ("blue", "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: fleet."));
    }

    [Fact]
    public async Task Put_OldData_IsWarnedAboutByThePeriodOfTheQuery()
    {
        await _account.Tells("PutMetricAlarm", Alarm(Grouped, 300));
        var datum = """{"MetricName":"errors","Value":1,"Timestamp":SECOND,"Dimensions":[{"Name":"e","Value":"a"}]}""";

        var within = await _account.Puts(datum.Replace("SECOND", $"{Bodies.Now - 200}"));
        var before = await _account.Puts(datum.Replace("SECOND", $"{Bodies.Now - 400}"));

        within.Header("x-rollingdeploy-warning").Should().BeNull();
        before.Header("x-rollingdeploy-warning").Should().Contain("more than a period of 300 s");
    }

    private static string Alarm(string query, int period = 60) => Bodies.MathAlarm.With(
        new JsonObject
        {
            ["Metrics"] = new JsonArray(new JsonObject { ["Id"] = "q1", ["Expression"] = query, ["Period"] = period }),
        }.ToJsonString());

    private async Task<List<JsonNode>> History(string body) =>
        [.. (await _account.Asks("DescribeAlarmHistory", body)).Json["AlarmHistoryItems"]!.AsArray().Select(item => item!)];

    private Task<Answer> Report(params (string Endpoint, double Value)[] values) => _account.Puts(
    [
        .. values.Select(each => FormattableString.Invariant(
            $$"""{"MetricName":"errors","Value":{{each.Value}},"Dimensions":[{"Name":"e","Value":"{{each.Endpoint}}"}]}""")),
    ]);
}
