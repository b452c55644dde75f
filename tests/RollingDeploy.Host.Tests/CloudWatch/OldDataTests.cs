using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>A datapoint that lies more than a period before the world's present: stored as on AWS, and warned about.</summary>
public sealed class OldDataTests(TestHost host)
{
    private const long Start = 1_893_456_000;
    private const string Header = "X-RollingDeploy-Warning";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData(0, false)]
    [InlineData(-60, false)]
    [InlineData(-61, true)]
    [InlineData(-86_400, true)]
    [InlineData(3600, false)]
    public async Task Put_OfADatapoint_IsWarnedAboutBeyondAMinute(int offset, bool isWarned)
    {
        var answer = await Put(Datum("m", offset));

        answer.Status.Should().Be(200);
        (answer.Header(Header) is not null).Should().Be(isWarned);
    }

    [Fact]
    public async Task Put_OfAnOldDatapoint_SaysWhichAndWhatToDo()
    {
        await _account.Advances(4321);

        var answer = await Put(Datum("m", 4321), Datum("m", 21), Datum("n", 20));

        const string Text = "MetricData.member.2.Timestamp is 2030-01-01T00:00:21Z, which is 4300 s before this world's time, 2030-01-01T01:12:01Z, "
            + "and more than a period of 60 s: alarms may not see it. Leave Timestamp out to use the world's time. 2 of 3 datapoints are as old.";
        answer.Header(Header).Should().Be(Text);
        host.Warnings.With(Text).Should().Equal($"Warning: PutMetricData: {Text}");
    }

    [Fact]
    public async Task Put_WithoutTimestamp_IsNotWarnedAbout()
    {
        await _account.Advances(3600);

        var answer = await Put("""{"MetricName":"m","Value":1}""");

        answer.Header(Header).Should().BeNull();
    }

    [Theory]
    [InlineData(300, -299, false)]
    [InlineData(300, -301, true)]
    [InlineData(10, -9, false)]
    [InlineData(10, -11, true)]
    public async Task Put_ToAMetricWithAnAlarm_IsHeldAgainstItsPeriod(int period, int offset, bool isWarned)
    {
        (await Alarm("one", $$""" "Namespace":"N","MetricName":"m","Statistic":"Sum","Period":{{period}} """)).Status.Should().Be(200);

        var answer = await Put(Datum("m", offset));

        (answer.Header(Header)?.Contains($"a period of {period} s") ?? false).Should().Be(isWarned);
    }

    [Fact]
    public async Task Put_ToAMetricWithSeveralAlarms_IsHeldAgainstTheShortestPeriod()
    {
        await Alarm("long", """ "Namespace":"N","MetricName":"m","Statistic":"Sum","Period":600 """);
        await Alarm("math", """ "Metrics":[{"Id":"e","Expression":"a*2"},{"Id":"a","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":120,"Stat":"Sum"}}] """);

        (await Put(Datum("m", -119))).Header(Header).Should().BeNull();
        (await Put(Datum("m", -121))).Header(Header).Should().Contain("a period of 120 s");
        (await Put(Datum("other", -61))).Header(Header).Should().Contain("a period of 60 s", "no alarm watches that one");
    }

    [Fact]
    public async Task Put_InEachProtocol_HasTheHeader()
    {
        var body = Body(Datum("m", -600));

        (string?, string?, string?) headers = (
            (await _account.Plain("cloudwatch/PutMetricData", body)).Header(Header),
            (await _account.Query(ThreeWays.Form("PutMetricData", body))).Header(Header),
            (await _account.Cbor("PutMetricData", ThreeWays.Cbor("PutMetricData", body))).Header(Header));

        headers.Item1.Should().StartWith("MetricData.member.1.Timestamp is 2029-12-31T23:50:00Z");
        headers.Should().Be((headers.Item1, headers.Item1, headers.Item1));
    }

    [Fact]
    public async Task Put_AfterALeap_IsWarnedAboutWhenItIsStampedByTheWallClock()
    {
        await using var skipping = TestHost.With(("RollingDeploy:Clock:Mode", "skip"));
        var account = skipping.NewAccount();
        await account.HasEndpoint();
        await account.HasAlarm();
        await account.Updates(Policies.Rolling);
        await Eventually.Holds(() => account.World.Read(world => world.InTransition) == 0, "the leap does not end");

        var answer = await account.CloudWatch("PutMetricData", $$"""{"Namespace":"MyApp","MetricData":[{"MetricName":"Errors","Value":1,"Timestamp":{{Start}}}]}""");

        answer.Header(Header).Should().Contain("Leave Timestamp out");
    }

    private static string Datum(string name, int offset) => $$"""{"MetricName":"{{name}}","Value":1,"Timestamp":{{Start + offset}}}""";

    private static string Body(params string[] datums) => $$"""{"Namespace":"N","MetricData":[{{string.Join(',', datums)}}]}""";

    private Task<Answer> Put(params string[] datums) => _account.CloudWatch("PutMetricData", Body(datums));

    private Task<Answer> Alarm(string name, string source) => _account.CloudWatch("PutMetricAlarm", $$"""
        {"AlarmName":"{{name}}",{{source}},"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold"}
        """);
}
