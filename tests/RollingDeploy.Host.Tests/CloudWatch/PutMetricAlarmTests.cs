using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

public sealed class PutMetricAlarmTests(TestHost host)
{
    private const string Least = Bodies.MetricAlarm;
    private const string Topic = Bodies.Topic;

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Put_OfANewAlarm_AnswersNothingAndBeginsWithoutData()
    {
        var answer = await _account.CloudWatch("PutMetricAlarm", Least);

        answer.Status.Should().Be(200);
        answer.Bytes.Should().BeEmpty();
        var alarm = (await _account.CloudWatch("DescribeAlarms", "{}")).Json["MetricAlarms"]![0]!;
        alarm.At("StateValue").Should().Be("INSUFFICIENT_DATA");
        alarm.At("StateReason").Should().Be("Unchecked: Initial alarm creation");
    }

    [Theory]
    [InlineData("""{"Period":45}""", "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData("""{"Period":60,"EvaluationPeriods":1441}""", "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400) for alarms using period < 3600")]
    [InlineData("""{"Period":3600,"EvaluationPeriods":169}""", "Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800)")]
    [InlineData("""{"Period":2147483640,"EvaluationPeriods":2147483647}""", "Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800)")]
    [InlineData("""{"DatapointsToAlarm":2}""", "DatapointsToAlarm must be less than or equal to EvaluationPeriods")]
    [InlineData("""{"ExtendedStatistic":"p99"}""", "PutMetricAlarm request can not be made with both Statistic and ExtendedStatistic parameters. Only one of them should be present")]
    [InlineData("""{"MetricName":null}""", "MetricName must not be null")]
    [InlineData("""{"Threshold":null}""", "PutMetricAlarm request should have valid Threshold parameter")]
    [InlineData("""{"ThresholdMetricId":"t"}""", "Threshold and ThresholdMetricId cannot both be set")]
    [InlineData("""{"TreatMissingData":"sometimes"}""", "Supported values for TreatMissingData are breaching, notBreaching, ignore, and missing.")]
    [InlineData("""{"EvaluateLowSampleCountPercentile":"evaluate"}""", "Option evaluateLowSampleCountPercentile can not be applied with statistic Sum. This option is enabled only for percentile statistics.")]
    [InlineData("""{"EvaluateLowSampleCountPercentile":"x"}""", "Option x is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore.")]
    [InlineData("""{"AlarmActions":["arn:aws:sns:eu-central-1:111122223333:topic"]}""", "Invalid region eu-central-1 specified. Only us-east-1 is supported.")]
    [InlineData("""{"OKActions":["arn:aws:sqs:us-east-1:111122223333:queue"]}""", "Unsupported AWS vendor sqs")]
    [InlineData("""{"InsufficientDataActions":["mail me"]}""", "Invalid arn syntax: mail me")]
    [InlineData("""{"Namespace":"Näme"}""", "Namespace must not contain Non-ASCII characters.")]
    [InlineData("""{"AlarmName":"a\tb"}""", "AlarmName must not contain ASCII Control characters")]
    [InlineData("""{"Statistic":"Median"}""", "1 validation error detected: Value 'Median' at 'statistic' failed to satisfy constraint: Member must satisfy enum value set: [SampleCount, Average, Sum, Minimum, Maximum]")]
    [InlineData("""{"AlarmActions":["a","b","c","d","e","f"]}""", "1 validation error detected: Value '[a, b, c, d, e, f]' at 'alarmActions' failed to satisfy constraint: Member must have length less than or equal to 5")]
    public async Task Put_AgainstARule_IsRefusedInCloudWatchsWords(string change, string text)
    {
        var refusal = await _account.Refused("PutMetricAlarm", Least.With(change));

        refusal.Should().Be(new Refusal("ValidationError", text));
    }

    [Theory]
    [InlineData("""{"Period":10,"EvaluationPeriods":8640}""")]
    [InlineData("""{"Period":3600,"EvaluationPeriods":168}""")]
    [InlineData("""{"Period":604800}""")]
    [InlineData("""{"EvaluationPeriods":3,"DatapointsToAlarm":3}""")]
    [InlineData("""{"Threshold":-1e300}""")]
    [InlineData("""{"AlarmActions":["arn:aws:automate:us-east-1:ec2:stop"]}""")]
    [InlineData("""{"AlarmName":"Ärger: 100 %/& <b>"}""")]
    public async Task Put_WithinTheRules_IsAccepted(string change)
    {
        var answer = await _account.CloudWatch("PutMetricAlarm", Least.With(change));

        answer.Status.Should().Be(200, answer.Text);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    public async Task Put_OfAThresholdThatIsNoNumber_IsRefused(string threshold)
    {
        var form = ThreeWays.Form("PutMetricAlarm", Least.With("""{"Threshold":null}"""));

        var answer = await _account.Query($"{form}&Threshold={threshold}");

        answer.Status.Should().Be(400);
        answer.Element("Message").Should().Be("PutMetricAlarm request should have valid Threshold parameter");
    }

    [Fact]
    public async Task Put_OfAnAlarmThatIsThere_ReplacesItAllAndKeepsItsState()
    {
        await _account.CloudWatch("PutMetricAlarm", Least.With($$"""{"AlarmDescription":"old","AlarmActions":["{{Topic}}"],"TreatMissingData":"ignore"}"""));
        await _account.SetsAlarm("ALARM", "a");

        await _account.CloudWatch("PutMetricAlarm", Least.With("""{"TreatMissingData":"ignore"}"""));

        var alarm = (await _account.CloudWatch("DescribeAlarms", "{}")).Json["MetricAlarms"]![0]!;
        (alarm.At("StateValue"), alarm.At("AlarmDescription"), alarm.At("AlarmActions")).Should().Be(("ALARM", null, "[]"));
    }

    [Fact]
    public async Task Describe_OfAnAlarm_GivesBackEveryMember()
    {
        var given = Least.With($$"""{"AlarmDescription":"d","ActionsEnabled":false,"OKActions":["{{Topic}}"],"AlarmActions":["{{Topic}}"],"InsufficientDataActions":["{{Topic}}"],"Dimensions":[{"Name":"b","Value":"2"},{"Name":"a","Value":"1"}],"Unit":"Count","EvaluationPeriods":3,"DatapointsToAlarm":2,"Threshold":5.0,"TreatMissingData":"missing"}""");
        await _account.CloudWatch("PutMetricAlarm", given);

        var answer = await _account.CloudWatch("DescribeAlarms", "{}");

        var alarm = answer.Json["MetricAlarms"]![0]!;
        foreach (var (member, _) in JsonNode.Parse(given)!.AsObject())
        {
            alarm.At(member).Should().Be(JsonNode.Parse(given).At(member), member);
        }

        alarm.At("AlarmArn").Should().Be($"arn:aws:cloudwatch:us-east-1:{_account.Id}:alarm:a");
        alarm.At("AlarmConfigurationUpdatedTimestamp").Should().Be("1.893456E9");
    }

    [Fact]
    public async Task Describe_OfTheLeastAlarm_HasEmptyListsAndLeavesTheRestOut()
    {
        await _account.CloudWatch("PutMetricAlarm", Least);

        var alarm = (await _account.CloudWatch("DescribeAlarms", "{}")).Json["MetricAlarms"]![0]!.AsObject();

        foreach (var list in (string[])["OKActions", "AlarmActions", "InsufficientDataActions", "Dimensions"])
        {
            alarm.At(list).Should().Be("[]");
        }

        alarm.Should().NotContainKeys("AlarmDescription", "Unit", "TreatMissingData", "DatapointsToAlarm", "StateReasonData", "ExtendedStatistic");
        alarm.At("ActionsEnabled").Should().Be("true");
    }
}
