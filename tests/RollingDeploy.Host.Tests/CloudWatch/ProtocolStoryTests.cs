using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>What changes something does the same whatever the protocol, to the last field.</summary>
public sealed class ProtocolStoryTests(TestHost host)
{
    private static readonly (string Operation, string Body)[] Story =
    [
        ("PutMetricAlarm", Bodies.MetricAlarm.With($$"""{"AlarmDescription":"ä & <b>","ActionsEnabled":false,"AlarmActions":["{{Bodies.Topic}}"],"Dimensions":[{"Name":"d","Value":"1"}],"Unit":"Count/Second","DatapointsToAlarm":1,"TreatMissingData":"ignore","Tags":[{"Key":"k","Value":""}]}""")),
        ("PutMetricAlarm", Bodies.MathAlarm.With("""{"AlarmName":"math"}""")),
        ("PutMetricAlarm", Bodies.MetricAlarm.With("""{"AlarmName":"p99","Statistic":null,"ExtendedStatistic":"p99","EvaluateLowSampleCountPercentile":"ignore","Threshold":-0.5}""")),
        ("PutCompositeAlarm", Bodies.Composite("ALARM(a) OR NOT OK(\"math\")", change: """{"ActionsSuppressor":"p99","ActionsSuppressorWaitPeriod":0,"ActionsSuppressorExtensionPeriod":60}""")),
        ("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Values":[1.5,2],"Counts":[1,2],"Unit":"Count/Second","Dimensions":[{"Name":"d","Value":"1"}],"Timestamp":1893456000,"StorageResolution":1},{"MetricName":"n","StatisticValues":{"SampleCount":2,"Sum":3,"Minimum":1,"Maximum":2}}]}"""),
        ("EnableAlarmActions", """{"AlarmNames":["a"]}"""),
        ("SetAlarmState", """{"AlarmName":"a","StateValue":"ALARM","StateReason":"because\nof it","StateReasonData":"{\"a\":[1]}"}"""),
        ("DisableAlarmActions", """{"AlarmNames":["math","c"]}"""),
        ("TagResource", """{"ResourceARN":"arn:aws:cloudwatch:us-east-1:ACCOUNT:alarm:c","Tags":[{"Key":"x","Value":"1"},{"Key":"y","Value":"2"}]}"""),
        ("UntagResource", """{"ResourceARN":"arn:aws:cloudwatch:us-east-1:ACCOUNT:alarm:c","TagKeys":["x"]}"""),
        ("DeleteAlarms", """{"AlarmNames":["p99","nope"]}"""),
    ];

    public static TheoryData<string> Changing =>
        [.. CloudWatchService.Create().Operations.Select(operation => operation.Name).Where(
            name => !name.StartsWith("Describe") && !name.StartsWith("Get") && !name.StartsWith("List"))];

    [Theory]
    [MemberData(nameof(Changing))]
    public void Story_HasEveryOperationThatChangesSomething(string operation) =>
        Story.Select(each => each.Operation).Should().Contain(operation);

    [Theory]
    [InlineData("plain")]
    [InlineData("cbor")]
    [InlineData("query")]
    public async Task Story_InAnotherProtocol_LeavesTheSameWorld(string protocol)
    {
        var (expected, actual) = (host.NewAccount(), host.NewAccount());

        foreach (var (operation, body) in Story)
        {
            await expected.Tells(operation, body.Replace("ACCOUNT", expected.Id));
            var answer = await Send(actual, protocol, operation, body.Replace("ACCOUNT", actual.Id));
            answer.Status.Should().Be(200, answer.Text);
        }

        Print(actual).Should().Be(Print(expected));
    }

    private static Task<Wire.Fakes.Answer> Send(Account account, string protocol, string operation, string body) =>
        protocol switch
        {
            "plain" => account.Plain($"cloudwatch/{operation}", body),
            "cbor" => account.Cbor(operation, ThreeWays.Cbor(operation, body)),
            _ => account.Query(ThreeWays.Form(operation, body)),
        };

    private static string Print(Account account) => WorldPrinter.Print(account).Replace(account.Id, "ACCOUNT", StringComparison.Ordinal);
}
