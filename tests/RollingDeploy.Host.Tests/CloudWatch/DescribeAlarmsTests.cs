using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

public sealed class DescribeAlarmsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Describe_OfNothing_HasEmptyLists()
    {
        (await _account.CloudWatch("DescribeAlarms", "{}")).Text.Should().Be("""{"CompositeAlarms":[],"MetricAlarms":[],"LogAlarms":[]}""");
    }

    [Theory]
    [InlineData("{}", "B a1 a2 z")]
    [InlineData("""{"AlarmNames":["z","nope","B"]}""", "B z")]
    [InlineData("""{"AlarmNames":[]}""", "B a1 a2 z")]
    [InlineData("""{"AlarmNames":["b"]}""", "")]
    [InlineData("""{"AlarmNamePrefix":"a"}""", "a1 a2")]
    [InlineData("""{"StateValue":"ALARM"}""", "a2")]
    [InlineData("""{"StateValue":"OK"}""", "B a1 z")]
    [InlineData("""{"AlarmTypes":["MetricAlarm"]}""", "B a1 a2 z")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm"]}""", "")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"],"MaxRecords":1}""", "B ...")]
    [InlineData("""{"ActionPrefix":"arn:aws:sns"}""", "with-action")]
    [InlineData("""{"ChildrenOfAlarmName":"a1"}""", "")]
    [InlineData("""{"ParentsOfAlarmName":"a1"}""", "")]
    [InlineData("""{"MaxRecords":3}""", "B a1 a2 ...")]
    public async Task Describe_WithEachFilter_ShowsWhatFits(string body, string expected)
    {
        foreach (var name in (string[])["z", "a1", "B", "a2"])
        {
            await _account.HasAlarm(name);
        }

        await _account.SetsAlarm("ALARM", "a2");
        if (expected == "with-action")
        {
            await _account.CloudWatch("PutMetricAlarm", """{"AlarmName":"with-action","Namespace":"N","MetricName":"m","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold","OKActions":["arn:aws:sns:us-east-1:111122223333:t"]}""");
        }

        var answer = await _account.CloudWatch("DescribeAlarms", body);

        var names = string.Join(' ', answer.Each("MetricAlarms", "AlarmName")) + (answer.At("NextToken") is null ? "" : " ...");
        names.Should().Be(expected);
    }

    [Fact]
    public async Task Describe_ByPages_GivesEachOnceInBothProtocols()
    {
        foreach (var number in Enumerable.Range(1, 60))
        {
            await _account.HasAlarm($"a{number:D2}");
        }

        var first = await _account.CloudWatch("DescribeAlarms", "{}");
        await _account.CloudWatch("DeleteAlarms", """{"AlarmNames":["a50"]}""");
        var second = await _account.Query($"Action=DescribeAlarms&NextToken={Uri.EscapeDataString(first.At("NextToken")!)}");

        first.Each("MetricAlarms", "AlarmName").Should().HaveCount(50);
        second.Xml.Descendants().Where(element => element.Name.LocalName == "AlarmName").Select(element => element.Value)
            .Should().Equal(Enumerable.Range(51, 10).Select(number => $"a{number}"));
        second.Element("NextToken").Should().BeNull();
    }

    [Theory]
    [InlineData("""{"AlarmNames":["a"],"AlarmNamePrefix":"a"}""", "ValidationError", "AlarmNames and AlarmNamePrefix cannot both be specified")]
    [InlineData("""{"NextToken":"forged"}""", "InvalidNextToken", "The next token specified is invalid.")]
    [InlineData("""{"NextToken":"Zm9yZ2Vk"}""", "InvalidNextToken", "The next token specified is invalid.")]
    [InlineData("""{"ChildrenOfAlarmName":"a","StateValue":"OK"}""", "ValidationError", "ChildrenOfAlarmName and ParentsOfAlarmName cannot be combined with other filters")]
    [InlineData("""{"MaxRecords":101}""", "ValidationError", "1 validation error detected: Value '101' at 'maxRecords' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("""{"StateValue":"INVALID"}""", "ValidationError", "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]")]
    public async Task Describe_AgainstARule_IsRefused(string body, string code, string text)
    {
        (await _account.Refused("DescribeAlarms", body)).Should().Be(new Refusal(code, text));
    }
}
