using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>GetMetricStatistics; 2030-01-01 is 1893456000.</summary>
public sealed class GetMetricStatisticsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Get_OfAnUnknownMetric_HasItsLabelAndNoDatapoints()
    {
        (await Get("1893456000", "1893456060")).Text.Should().Be("""{"Label":"m","Datapoints":[]}""");
    }

    [Fact]
    public async Task Get_OfOnePeriod_HasTheStatisticsThatWereAskedFor()
    {
        await Put("""{"MetricName":"m","Values":[1,3],"Unit":"Count"}""");

        (await Get("1893456000", "1893456060", statistics: "Average")).Text.Should().Be(
            """{"Label":"m","Datapoints":[{"Timestamp":1.893456E9,"Average":2.0,"Unit":"Count"}]}""");
    }

    [Fact]
    public async Task Get_OfSeveralUnits_KeepsThemApart()
    {
        await Put("""{"MetricName":"m","Value":1,"Unit":"Seconds"}""", """{"MetricName":"m","Value":2,"Unit":"Count"}""", """{"MetricName":"m","Value":4}""");

        var all = await Get("1893456000", "1893456060");
        var one = await Get("1893456000", "1893456060", more: ""","Unit":"Count" """);

        all.Each("Datapoints", "Unit").Should().BeEquivalentTo("Seconds", "Count", "None");
        one.Each("Datapoints", "Sum").Should().Equal("2.0");
    }

    [Theory]
    [InlineData("1893456059", "1893456120", 60, "1.893456E9 1.89345606E9")]
    [InlineData("1893456060", "1893456120", 60, "1.89345606E9")]
    [InlineData("1893456000", "1893456060", 60, "1.893456E9")]
    [InlineData("1893456000", "1893456061", 60, "1.893456E9 1.89345606E9")]
    [InlineData("1893456000", "1893456120", 120, "1.893456E9")]
    [InlineData("1893456065", "1893456120", 10, "1.89345606E9")]
    public async Task Get_WithinATime_RoundsItsStartDownAndExcludesItsEnd(string start, string end, int period, string expected)
    {
        await Put("""{"MetricName":"m","Value":1,"Timestamp":1893456000}""", """{"MetricName":"m","Value":2,"Timestamp":1893456060}""");

        var answer = await Get(start, end, period);

        string.Join(' ', answer.Each("Datapoints", "Timestamp")).Should().Be(expected);
    }

    [Theory]
    [InlineData(10, 60, "1.89345606E9 1.89345642E9")]
    [InlineData(16, 60, "")]
    [InlineData(16, 300, "1.893456E9 1.8934563E9")]
    [InlineData(64, 300, "")]
    [InlineData(64, 3600, "1.893456E9")]
    public async Task Get_OfOldData_IsCoarserWithItsAge(int days, int period, string expected)
    {
        await Put("""{"MetricName":"m","Value":1,"Timestamp":1893456060}""", """{"MetricName":"m","Value":1,"Timestamp":1893456420}""");
        await _account.Advances(days * 86_400.0);

        var answer = await Get("1893456061", "1893456480", period);

        string.Join(' ', answer.Each("Datapoints", "Timestamp")).Should().Be(expected);
    }

    [Theory]
    [InlineData(1, 60, 17)]
    [InlineData(1, 60, 0)]
    [InlineData(5, 300, 61)]
    [InlineData(60, 3600, 1801)]
    public async Task Get_Of1440PeriodsThatEndAtAnySecond_IsAnswered(int days, int period, int seconds)
    {
        await _account.Advances(seconds);
        var end = 1893456000 + seconds;

        (await Get($"{end - (days * 86_400)}", $"{end}", period)).Status.Should().Be(200);
        (await Get($"{end - (days * 86_400) - period}", $"{end}", period)).Status.Should().Be(400);
    }

    [Theory]
    [InlineData("1893456000", "1893456000", 60, "InvalidParameterValue", "The parameter StartTime must be less than the parameter EndTime.")]
    [InlineData("1893456000", "1893369600", 60, "InvalidParameterValue", "The parameter StartTime must be less than the parameter EndTime.")]
    [InlineData("1893456000", "1893542400", 1, "InvalidParameterCombination", "You have requested up to 86400 datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.")]
    [InlineData("-62135596800", "253402300799", 1, "InvalidParameterCombination", "You have requested up to 315537897599 datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.")]
    [InlineData("1893456000", "1893456060", 45, "InvalidParameterValue", "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.")]
    public async Task Get_AgainstARule_IsRefused(string start, string end, int period, string code, string text)
    {
        var answer = await Get(start, end, period);

        answer.Status.Should().Be(400);
        answer.At("__type").Should().Contain(code);
        (answer.At("message") ?? answer.At("Message")).Should().Be(text);
    }

    [Theory]
    [InlineData("", "InvalidParameterCombinationException")]
    [InlineData(""","ExtendedStatistics":["p101"]""", "InvalidParameterValueException")]
    [InlineData(""","Statistics":["Sum"],"ExtendedStatistics":["Sum"]""", "InvalidParameterValueException")]
    [InlineData(""","Statistics":[]""", "ValidationException")]
    [InlineData(""","Statistics":["sum"]""", "ValidationException")]
    public async Task Get_WithoutAStatisticThatIsHere_IsRefused(string statistics, string type)
    {
        var answer = await _account.CloudWatch(
            "GetMetricStatistics",
            $$"""{"Namespace":"N","MetricName":"m","StartTime":1893456000,"EndTime":1893456060,"Period":60{{statistics}}}""");

        answer.Status.Should().Be(400);
        answer.At("__type").Should().EndWith($"#{type}");
    }

    [Theory]
    [InlineData("1893456000", "253402300799", 2147483640)]
    [InlineData("-62135596800", "253402300799", 2147483640)]
    [InlineData("-62135596799.5", "1893456060", 2147483640)]
    public async Task Get_OfTheLongestTimes_DoesNotFail(string start, string end, int period)
    {
        await Put("""{"MetricName":"m","Value":1}""");

        var answer = await Get(start, end, period);

        answer.Status.Should().Be(200, answer.Text);
        answer.Each("Datapoints", "Sum").Should().Equal("1.0");
    }

    [Fact]
    public async Task Get_ByForm_AnswersXml()
    {
        await Put("""{"MetricName":"m","Value":1.5}""");

        var answer = await _account.Query(
            "Action=GetMetricStatistics&Namespace=N&MetricName=m&StartTime=2030-01-01T00:00:00Z&EndTime=2030-01-01T00:01:00Z&Period=60&Statistics.member.1=Sum");

        answer.Text.Should().Contain(
            "<Label>m</Label><Datapoints><member><Timestamp>2030-01-01T00:00:00Z</Timestamp><Sum>1.5</Sum><Unit>None</Unit></member></Datapoints>");
    }

    private Task<Wire.Fakes.Answer> Get(string start, string end, int period = 60, string statistics = "Sum", string more = "") =>
        _account.CloudWatch(
        "GetMetricStatistics",
        $$"""{"Namespace":"N","MetricName":"m","StartTime":{{start}},"EndTime":{{end}},"Period":{{period}},"Statistics":["{{statistics}}"]{{more}}}""");

    private async Task Put(params string[] datums) => (await _account.CloudWatch(
        "PutMetricData", $$"""{"Namespace":"N","MetricData":[{{string.Join(',', datums)}}]}""")).Status.Should().Be(200);
}
