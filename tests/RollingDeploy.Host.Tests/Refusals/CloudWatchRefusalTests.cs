using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Refusals;

/// <summary>
/// The same for CloudWatch, whose rules have their tests beside its operations: what is wrong before they see it.
/// </summary>
public sealed class CloudWatchRefusalTests(TestHost host)
{
    [Theory]
    [InlineData("Action=Nope", "InvalidAction")]
    [InlineData("Action=PutMetricAlarm&Period=soon", "MalformedInput")]
    [InlineData("Action=PutMetricAlarm", "ValidationError")]
    [InlineData("Action=PutMetricData&Namespace=AWS/X&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1", "InvalidParameterValue")]
    [InlineData("Action=PutMetricData&Namespace=N", "MissingParameter")]
    [InlineData("Action=PutMetricData&Namespace=N&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1&MetricData.member.2.MetricName=m", "MissingParameter")]
    [InlineData("Action=SetAlarmState&AlarmName=nope&StateValue=ALARM&StateReason=", "ResourceNotFound")]
    [InlineData("Action=DeleteAlarms", "ValidationError")]
    [InlineData("Action=DescribeAlarms&NextToken=forged", "InvalidNextToken")]
    public async Task Form_ThatIsRefused_ChangesNothing(string form, string code)
    {
        var account = await Stage();
        var before = WorldPrinter.Print(account);

        var answer = await account.Query(form);

        answer.Status.Should().BeOneOf([400, 404], answer.Text);
        answer.ContentType.Should().Be("text/xml");
        answer.Xml.Name.LocalName.Should().Be("ErrorResponse");
        answer.Element("Code").Should().Be(code);
        RequireSilence(answer);
        WorldPrinter.Print(account).Should().Be(before);
    }

    [Theory]
    [InlineData("Nope", "{}")]
    [InlineData("PutMetricAlarm", "")]
    [InlineData("PutMetricAlarm", "Action=PutMetricAlarm")]
    [InlineData("PutMetricAlarm", """{"AlarmName":"errors","Period":"60"}""")]
    [InlineData("PutMetricAlarm", """{"AlarmName":{}}""")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":{}}""")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1e400}]}""")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":"1"}]}""")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"Timestamp":"2030-01-01T00:00:00Z"}]}""")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[null]}""")]
    [InlineData("DeleteAlarms", """{"AlarmNames":[null]}""")]
    [InlineData("DeleteAlarms", """{"AlarmNames":"errors"}""")]
    public async Task Json_ThatIsRefused_ChangesNothing(string operation, string body)
    {
        var account = await Stage();
        var before = WorldPrinter.Print(account);

        foreach (var answer in new[] { await account.CloudWatch(operation, body), await account.Plain($"cloudwatch/{operation}", body) })
        {
            answer.Status.Should().Be(400, answer.Text);
            answer.ContentType.Should().BeOneOf("application/x-amz-json-1.0", "application/json");
            answer.At("__type").Should().NotBeNullOrEmpty();
            RequireSilence(answer);
        }

        WorldPrinter.Print(account).Should().Be(before);
    }

    private static void RequireSilence(Answer answer) =>
        answer.Text.Should().NotContainAny("<html", "System.", "Microsoft.", "RollingDeploy.Host", "RollingDeploy.Core", "   at ");

    private async Task<Account> Stage()
    {
        var account = host.NewAccount();
        await account.HasAlarm();
        await account.CloudWatch("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1}]}""");
        return account;
    }
}
