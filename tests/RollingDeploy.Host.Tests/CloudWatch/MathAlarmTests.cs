using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>PutMetricAlarm with a list of metrics, and with extended statistics (cloudwatch.md §2, §3.4).</summary>
public sealed class MathAlarmTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Put_OfAnExpression_GivesItsMetricsBackAndNoneOfTheSingleMembers()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MathAlarm);

        var alarm = (await _account.Asks("DescribeAlarms", "{}")).Json["MetricAlarms"]![0]!.AsObject();

        alarm.At("Metrics").Should().Be(JsonNode.Parse(Bodies.MathAlarm).At("Metrics"));
        alarm.Should().NotContainKeys("MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Period", "Unit");
        (alarm.At("OKActions"), alarm.At("StateValue")).Should().Be(("[]", "INSUFFICIENT_DATA"));
    }

    [Fact]
    public async Task Put_OfAnEmptyList_IsAnAlarmOnItsMetric()
    {
        var withoutMetric = await _account.Refused("PutMetricAlarm", Bodies.MathAlarm.With("""{"Metrics":[]}"""));

        await _account.Tells("PutMetricAlarm", Bodies.MetricAlarm.With("""{"Metrics":[]}"""));

        withoutMetric.Text.Should().Be("MetricName must not be null");
        ((await _account.Alarm()).At("Dimensions"), (await _account.Alarm()).At("Metrics")).Should().Be(("[]", null));
    }

    [Theory]
    [InlineData("MetricName", "\"m\"")]
    [InlineData("Namespace", "\"N\"")]
    [InlineData("Dimensions", "[]")]
    [InlineData("Period", "60")]
    [InlineData("Unit", "\"Count\"")]
    [InlineData("Statistic", "\"Sum\"")]
    [InlineData("ExtendedStatistic", "\"p99\"")]
    [InlineData("EvaluateLowSampleCountPercentile", "\"ignore\"")]
    public async Task Put_WithAMemberOfASingleMetric_IsRefused(string member, string value)
    {
        var refusal = await _account.Refused("PutMetricAlarm", Bodies.MathAlarm.With($$"""{"{{member}}":{{value}}}"""));

        refusal.Should().Be(new Refusal("ValidationError", $"{member} should not be set if list of Metrics is set."));
    }

    [Theory]
    [InlineData("""[{"Id":"m1","Expression":"m2","MetricStat":STAT}]""", "The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both.")]
    [InlineData("""[{"Id":"m1"}]""", "Period must not be null")]
    [InlineData("""[{"Id":"m1","MetricStat":STAT},{"Id":"m2","ReturnData":false}]""", "Period must not be null")]
    [InlineData("""[{"Id":"m1","ReturnData":false,"MetricStat":STAT}]""", "Exactly one element of the metrics list should return data.")]
    [InlineData("""[{"Id":"m1","MetricStat":STAT},{"Id":"m2","MetricStat":STAT}]""", "Exactly one element of the metrics list should return data.")]
    [InlineData("""[{"Id":"m1","MetricStat":STAT},{"Id":"m1","ReturnData":false,"MetricStat":STAT}]""", "The values for parameter id in Metrics are not unique.")]
    [InlineData("""[{"Id":"m1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":60,"Stat":"Median"}}]""", "Invalid metrics list")]
    [InlineData("""[{"Id":"m1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":45,"Stat":"Sum"}}]""", "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData("""[{"Id":"m1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":5,"Stat":"Sum"}}]""", "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData("""[{"Id":"e1","Expression":"m1"},{"Id":"m1","ReturnData":false,"MetricStat":STAT},{"Id":"m2","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":120,"Stat":"Sum"}}]""", "All metrics in an alarm must have the same period.")]
    [InlineData("""[{"Id":"e1","Expression":"SUM(SEARCH('{N}', 'Sum', 60))","Period":60}]""", "SEARCH is not supported on Metric Alarms")]
    [InlineData("""[{"Id":"e1","Expression":"SUM(SEARCH('{N}', 'Sum', 60))"}]""", "SEARCH is not supported on Metric Alarms")]
    [InlineData("""[{"Id":"e1","Expression":"TIME_SERIES(1)"}]""", "Period must not be null")]
    [InlineData("""[{"Id":"e1","Expression":"m9","Period":60}]""", "Error in expression 'e1': Metric or expression 'm9' not found")]
    [InlineData("""[{"Id":"e1","Expression":"m1 +"},{"Id":"m1","ReturnData":false,"MetricStat":STAT}]""", "Error in expression 'e1': Invalid syntax at position 4: unexpected the end of the expression")]
    [InlineData("""[{"Id":"e1","Expression":"SUM(m1)"},{"Id":"m1","ReturnData":false,"MetricStat":STAT}]""", "Error in expression 'e1': The result must be a time series or an array of time series, it must not be a scalar")]
    [InlineData("""[{"Id":"e1","Expression":"[m1, m1]"},{"Id":"m1","ReturnData":false,"MetricStat":STAT}]""", "Metrics expression that return multi time series are only allowed for MetricsInsights expression with an ORDER BY clause")]
    public async Task Put_OfAListAgainstARule_IsRefusedInCloudWatchsWords(string metrics, string text)
    {
        var list = metrics.Replace("STAT", """{"Metric":{"Namespace":"N","MetricName":"m"},"Period":60,"Stat":"Sum"}""");

        var refusal = await _account.Refused("PutMetricAlarm", Bodies.MathAlarm.With($$"""{"Metrics":{{list}}}"""));

        refusal.Should().Be(new Refusal("ValidationError", text));
    }

    [Theory]
    [InlineData("metrics")]
    [InlineData("expressions")]
    public async Task Put_OfMoreThanTen_IsRefused(string what)
    {
        var refusal = await _account.Refused("PutMetricAlarm", List(11));

        refusal.Text.Should().Be($"Too many {what} in alarm, maximum is 10");
        await _account.Tells("PutMetricAlarm", List(10));

        string List(int count) => Bodies.MathAlarm.With($$"""{"Metrics":[{{string.Join(',', Enumerable.Range(0, count).Select(number => what == "metrics"
            ? Queries.Stat($"m{number}", "m").With(number == 0 ? "{}" : """{"ReturnData":false}""")
            : $$"""{"Id":"e{{number}}","Expression":"TIME_SERIES(1)","Period":60,"ReturnData":{{(number == 0 ? "true" : "false")}}}"""))}}]}""");
    }

    [Theory]
    [InlineData("""{"Threshold":null}""", "PutMetricAlarm request should have valid Threshold parameter")]
    [InlineData("""{"Threshold":null,"ThresholdMetricId":"e9"}""", "Exactly two elements of the metrics list should return data.")]
    [InlineData("""{"EvaluationInterval":60}""", "RollingDeploy does not evaluate alarms with EvaluationInterval")]
    [InlineData("""{"ComparisonOperator":"GreaterThanUpperThreshold"}""", "ComparisonOperator GreaterThanUpperThreshold needs a ThresholdMetricId.")]
    [InlineData("""{"EvaluationPeriods":1441}""", "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400) for alarms using period < 3600")]
    [InlineData("""{"EvaluationPeriods":null}""", "EvaluationPeriods must not be null")]
    [InlineData("""{"ComparisonOperator":null}""", "ComparisonOperator must not be null")]
    public async Task Put_AgainstARuleOfEveryAlarm_IsRefusedWithAListToo(string change, string text) =>
        (await _account.Refused("PutMetricAlarm", Bodies.MathAlarm.With(change))).Should().Be(new Refusal("ValidationError", text));

    [Theory]
    [InlineData("p0")]
    [InlineData("p99.99")]
    [InlineData("p100")]
    [InlineData("tm90")]
    [InlineData("TM(10%:90%)")]
    [InlineData("WM(:95%)")]
    [InlineData("TC(1:)")]
    [InlineData("TS(2:3)")]
    [InlineData("PR(:0.5)")]
    [InlineData("IQM")]
    public async Task Put_WithAnExtendedStatistic_GivesItBack(string statistic)
    {
        await _account.Tells("PutMetricAlarm", Extended(statistic));

        var alarm = (await _account.Asks("DescribeAlarms", "{}")).Json["MetricAlarms"]![0]!;

        (alarm.At("ExtendedStatistic"), alarm.At("Statistic")).Should().Be((statistic, null));
    }

    [Theory]
    [InlineData("p101")]
    [InlineData("P99")]
    [InlineData("p")]
    [InlineData("p-1")]
    [InlineData("TM(90%:10%)")]
    [InlineData("TM(10%:90)")]
    [InlineData("IQR")]
    [InlineData("Sum")]
    public async Task Put_WithAnotherExtendedStatistic_IsRefused(string statistic) =>
        (await _account.Refused("PutMetricAlarm", Extended(statistic))).Should().Be(
            new Refusal("InvalidParameterValue", $"The value {statistic} for parameter ExtendedStatistic is not supported."));

    [Fact]
    public async Task EvaluateLowSampleCount_OfWhatIsNoPercentile_IsRefused() =>
        (await _account.Refused("PutMetricAlarm", Extended("tm90", "ignore"))).Text.Should().Be(
            "Option evaluateLowSampleCountPercentile can not be applied with statistic tm90. This option is enabled only for percentile statistics.");

    [Fact]
    public async Task ErrorRate_BeyondItsThreshold_IsInAlarmAtTheEndOfTheMinute()
    {
        await _account.Tells("PutMetricAlarm", Bodies.MathAlarm);
        await _account.Advances(30);
        await _account.Puts("""{"MetricName":"errors","Value":6}""", """{"MetricName":"requests","Value":100}""");

        await _account.Advances(29.999);
        var before = await _account.Alarm();
        await _account.Advances(0.001);
        var after = await _account.Alarm();
        await _account.Puts("""{"MetricName":"errors","Value":5}""", """{"MetricName":"requests","Value":100}""");
        await _account.Advances(60);
        var late = await _account.Alarm();

        before.At("StateValue").Should().Be("INSUFFICIENT_DATA");
        (after.At("StateValue"), after.At("StateTransitionedTimestamp")).Should().Be(("ALARM", "1.89345606E9"));
        after.At("StateReason").Should().Be("Threshold Crossed: 1 datapoint [6.0 (01/01/30 00:00:00)] was greater than the threshold (5.0).");
        (late.At("StateValue"), late.At("StateTransitionedTimestamp")).Should().Be(("OK", "1.89345612E9"));
    }

    [Theory]
    [InlineData("evaluate", 1, "ALARM")]
    [InlineData("ignore", 99, "INSUFFICIENT_DATA")]
    [InlineData("ignore", 100, "ALARM")]
    public async Task Percentile_OfFewSamples_IsEvaluatedOrIgnored(string option, int samples, string state)
    {
        await _account.Tells("PutMetricAlarm", Extended("p90", option));
        await _account.Puts($$"""{"MetricName":"m","Values":[500],"Counts":[{{samples}}]}""");

        await _account.Advances(60);

        (await _account.Alarm()).At("StateValue").Should().Be(state);
    }

    private static string Extended(string statistic, string? lowSampleCount = null) => Bodies.MetricAlarm.With(
        $$"""{"Statistic":null,"ExtendedStatistic":"{{statistic}}"{{(lowSampleCount is null ? "" : $",\"EvaluateLowSampleCountPercentile\":\"{lowSampleCount}\"")}}}""");
}
