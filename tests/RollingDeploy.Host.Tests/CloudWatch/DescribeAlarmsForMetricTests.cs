using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.CloudWatch;

public sealed class DescribeAlarmsForMetricTests(TestHost host)
{
    private const string Metric = """{"Namespace":"N","MetricName":"m"}""";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Describe_OfAnUnwatchedMetric_IsEmpty() =>
        (await _account.Asks("DescribeAlarmsForMetric", Metric)).Text.Should().Be("""{"MetricAlarms":[]}""");

    [Theory]
    [InlineData("{}", "a minute p99 unit")]
    [InlineData("""{"Statistic":"Sum"}""", "a minute unit")]
    [InlineData("""{"Statistic":"Average"}""", "")]
    [InlineData("""{"ExtendedStatistic":"p99"}""", "p99")]
    [InlineData("""{"ExtendedStatistic":"Sum"}""", "")]
    [InlineData("""{"Period":300}""", "minute")]
    [InlineData("""{"Unit":"Count"}""", "unit")]
    [InlineData("""{"Dimensions":[{"Name":"y","Value":"2"},{"Name":"x","Value":"1"}]}""", "wide")]
    [InlineData("""{"Dimensions":[{"Name":"x","Value":"1"}]}""", "")]
    [InlineData("""{"MetricName":"M"}""", "")]
    [InlineData("""{"Namespace":"O"}""", "")]
    public async Task Describe_OfAMetric_ShowsTheAlarmsOnExactlyThat(string change, string expected)
    {
        await Has("""{"AlarmName":"unit","Unit":"Count"}""");
        await Has("""{"AlarmName":"p99","Statistic":null,"ExtendedStatistic":"p99"}""");
        await Has("""{"AlarmName":"minute","Period":300}""");
        await Has("""{"AlarmName":"wide","Dimensions":[{"Name":"x","Value":"1"},{"Name":"y","Value":"2"}]}""");
        await Has("{}");
        await _account.Tells("PutMetricAlarm", Bodies.MathAlarm.Replace("errors", "m").With("""{"AlarmName":"math"}"""));

        var answer = await _account.Asks("DescribeAlarmsForMetric", Metric.With(change));

        string.Join(' ', answer.Each("MetricAlarms", "AlarmName")).Should().Be(expected);
    }

    [Fact]
    public async Task Describe_OfAnAlarm_ShowsItAsDescribeAlarmsDoes()
    {
        await Has("{}");

        var answer = await _account.Asks("DescribeAlarmsForMetric", Metric);

        answer.Json["MetricAlarms"]![0]!.ToJsonString().Should().Be((await _account.Alarm()).ToJsonString());
    }

    [Theory]
    [InlineData("""{"MetricName":null}""", "1 validation error detected: Value null at 'metricName' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"Period":0}""", "1 validation error detected: Value '0' at 'period' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("""{"Namespace":":N"}""", "1 validation error detected: Value ':N' at 'namespace' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:].*")]
    public async Task Describe_AgainstTheModel_IsRefused(string change, string text) =>
        (await _account.Refused("DescribeAlarmsForMetric", Metric.With(change))).Should().Be(new Refusal("ValidationError", text));

    private Task<Answer> Has(string change) => _account.Tells("PutMetricAlarm", Bodies.MetricAlarm.With(change));
}
