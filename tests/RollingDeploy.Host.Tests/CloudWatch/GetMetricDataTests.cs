using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;
using static RollingDeploy.Host.Tests.CloudWatch.Queries;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>GetMetricData (cloudwatch.md §2); expressions have their tests in the core. 2030-01-01 is 1893456000.</summary>
public sealed class GetMetricDataTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Get_OfAnUnknownMetric_IsAResultWithoutData()
    {
        var answer = await Get(Stat("m1", "m"));

        answer.Text.Should().Be(
            """{"MetricDataResults":[{"Id":"m1","Label":"m","Timestamps":[],"Values":[],"StatusCode":"Complete"}],"Messages":[]}""");
    }

    [Theory]
    [InlineData("{}", "[1.89345594E9,1.89345588E9,1.89345582E9]", "[3.0,2.0,1.0]")]
    [InlineData("""{"ScanBy":"TimestampDescending"}""", "[1.89345594E9,1.89345588E9,1.89345582E9]", "[3.0,2.0,1.0]")]
    [InlineData("""{"ScanBy":"TimestampAscending"}""", "[1.89345582E9,1.89345588E9,1.89345594E9]", "[1.0,2.0,3.0]")]
    [InlineData("""{"StartTime":1893455880}""", "[1.89345594E9,1.89345588E9]", "[3.0,2.0]")]
    [InlineData("""{"StartTime":1893455939}""", "[1.89345594E9,1.89345588E9]", "[3.0,2.0]")]
    [InlineData("""{"EndTime":1893455940}""", "[1.89345588E9,1.89345582E9]", "[2.0,1.0]")]
    [InlineData("""{"EndTime":1893455941}""", "[1.89345594E9,1.89345588E9,1.89345582E9]", "[3.0,2.0,1.0]")]
    public async Task Get_WithinATime_RoundsItsStartDownAndExcludesItsEnd(string change, string timestamps, string values)
    {
        await HasThree();

        var answer = await Ask(change, Stat("m1", "m"));

        (answer.At("MetricDataResults.0.Timestamps"), answer.At("MetricDataResults.0.Values")).Should().Be((timestamps, values));
    }

    [Theory]
    [InlineData(14, 60, "[1.89345582E9]")]
    [InlineData(16, 300, "[1.8934557E9]")]
    [InlineData(64, 3600, "[1.8934524E9]")]
    public async Task Get_OfOldData_RoundsItsStartMoreWithItsAge(int days, int period, string timestamps)
    {
        await _account.Puts("""{"MetricName":"m","Value":1,"Timestamp":1893455820}""");
        await _account.Advances(days * 86_400.0);

        var answer = await Ask("""{"StartTime":1893455879,"EndTime":1893455880}""", Stat("m1", "m", period: period));

        answer.At("MetricDataResults.0.Timestamps").Should().Be(timestamps);
    }

    [Fact]
    public async Task Get_OfHighResolution_RoundsToThePeriod()
    {
        await _account.Puts("""{"MetricName":"m","Value":1,"Timestamp":1893455994,"StorageResolution":1}""", """{"MetricName":"m","Value":2,"Timestamp":1893455995,"StorageResolution":1}""");

        var answer = await Ask("""{"StartTime":1893455993}""", Stat("m1", "m", period: 5));

        (answer.At("MetricDataResults.0.Timestamps"), answer.At("MetricDataResults.0.Values")).Should().Be(("[1.893455995E9,1.89345599E9]", "[2.0,1.0]"));
    }

    [Theory]
    [InlineData("Sum 60,Sum 60", "m,m")]
    [InlineData("Sum 60,Average 60", "m Sum,m Average")]
    [InlineData("Sum 60,Sum 120", "m 60,m 120")]
    [InlineData("Sum 60,Average 120", "m Sum 60,m Average 120")]
    [InlineData("Sum 60,Sum 60,p99 60", "m Sum,m Sum,m p99")]
    public async Task Label_OfEachQuery_TellsThemApart(string queries, string labels)
    {
        var stats = queries.Split(',').Select((query, i) => Stat($"m{i}", "m", query.Split(' ')[0], int.Parse(query.Split(' ')[1])));

        var answer = await Get([.. stats]);

        string.Join(',', answer.Each("MetricDataResults", "Label")).Should().Be(labels);
    }

    [Fact]
    public async Task Label_GivenOrOfAnExpression_IsItsOwnOrItsId()
    {
        var answer = await Get(
            Stat("m1", "m").With("""{"Label":"mine"}"""), Formula("e1", "m1 + 1"), Formula("e2", "m1 + 2").With("""{"Label":"sum"}"""));

        answer.Each("MetricDataResults", "Label").Should().Equal("mine", "e1", "sum");
    }

    [Fact]
    public async Task Get_OfSeveralUnits_GivesOneAndSaysSo()
    {
        await _account.Puts(
            """{"MetricName":"m","Value":1,"Unit":"Seconds","Timestamp":1893455940}""",
            """{"MetricName":"m","Value":2,"Unit":"Milliseconds","Timestamp":1893455940}""",
            """{"MetricName":"m","Value":3,"Unit":"Bytes","Timestamp":1893452400}""");

        var answer = await Get(Stat("m1", "m"), Stat("m2", "m", unit: "Seconds"));

        (answer.At("MetricDataResults.0.Messages.0.Code"), answer.At("MetricDataResults.0.Messages.0.Value"))
            .Should().Be(("MultipleUnits", "Multiple units returned: '[Milliseconds, Seconds]'"));
        answer.Each("MetricDataResults", "Values").Should().Equal("[2.0]", "[1.0]");
        answer.At("MetricDataResults.1.Messages").Should().BeNull();
        answer.At("Messages").Should().Be("[]");
    }

    [Fact]
    public async Task Get_OfQueriesThatReturnNothing_LeavesThemOut()
    {
        await HasThree();

        var answer = await Get(Formula("e1", "10 * m1"), Stat("m1", "m").With("""{"ReturnData":false}"""), Stat("m0", "m"));

        answer.Each("MetricDataResults", "Id").Should().Equal("e1", "m0");
        answer.At("MetricDataResults.0.Values").Should().Be("[30.0,20.0,10.0]");
    }

    [Theory]
    [InlineData("m1 / 2", "[1.5,1.0,0.5]")]
    [InlineData("IF(m1 > 1, m1, 0)", "[3.0,2.0,0.0]")]
    [InlineData("RUNNING_SUM(m1)", "[6.0,3.0,1.0]")]
    [InlineData("m1 / (m1 - 2)", "[3.0,-1.0]")]
    [InlineData("FILL(m2, 0)", "[0.0,0.0,0.0,0.0,0.0]")]
    [InlineData("TIME_SERIES(MAX(m1))", "[3.0,3.0,3.0,3.0,3.0]")]
    public async Task Get_OfAnExpression_ComputesIt(string expression, string values)
    {
        await HasThree();

        var answer = await Get(
            Formula("e1", expression), Stat("m1", "m").With("""{"ReturnData":false}"""), Stat("m2", "none").With("""{"ReturnData":false}"""));

        answer.At("MetricDataResults.0.Values").Should().Be(values);
    }

    [Fact]
    public async Task Search_OfSeveralMetrics_IsAResultForEach()
    {
        await _account.Puts(
            """{"MetricName":"m","Value":1,"Timestamp":1893455940,"Dimensions":[{"Name":"Host","Value":"b"}]}""",
            """{"MetricName":"m","Value":2,"Timestamp":1893455940,"Dimensions":[{"Name":"Host","Value":"a"}]}""",
            """{"MetricName":"n","Value":3,"Timestamp":1893455940,"Dimensions":[{"Name":"Host","Value":"a"}]}""");

        var answer = await Get(Formula("e1", "SEARCH('{N,Host} MetricName=\"m\"', 'Sum', 60)"));
        var none = await Get(Formula("e1", "SEARCH('{O,Host}', 'Sum', 60)"));

        answer.Each("MetricDataResults", "Id").Should().Equal("e1", "e1");
        answer.Each("MetricDataResults", "Label").Should().Equal("a m", "b m");
        answer.Each("MetricDataResults", "Values").Should().Equal("[2.0]", "[1.0]");
        none.At("MetricDataResults").Should().Be("[]");
    }

    [Theory]
    [InlineData(1, "m1 [3.0] PartialData|m1 [2.0] PartialData|m1 [1.0] Complete,none [] Complete|m3 [3.0] PartialData|m3 [2.0] PartialData|m3 [1.0] Complete")]
    [InlineData(2, "m1 [3.0,2.0] PartialData|m1 [1.0] Complete,none [] Complete,m3 [3.0] PartialData|m3 [2.0,1.0] Complete")]
    [InlineData(3, "m1 [3.0,2.0,1.0] Complete,none [] Complete|m3 [3.0,2.0,1.0] Complete")]
    [InlineData(6, "m1 [3.0,2.0,1.0] Complete,none [] Complete,m3 [3.0,2.0,1.0] Complete")]
    public async Task Get_ByPages_GivesEachPointOnce(int most, string expected)
    {
        await HasThree();

        var pages = new List<string>();
        for (string? token = ""; token is not null;)
        {
            var page = token.Length == 0 ? "{}" : $$"""{"NextToken":"{{token}}"}""";
            var answer = await Ask(page.With($$"""{"MaxDatapoints":{{most}}}"""), Stat("m1", "m"), Stat("none", "none"), Stat("m3", "m"));
            pages.Add(string.Join(',', answer.Json["MetricDataResults"]!.AsArray().Select(result => $"{result.At("Id")} {result.At("Values")} {result.At("StatusCode")}")));
            token = answer.At("NextToken");
        }

        string.Join('|', pages).Should().Be(expected);
    }

    [Fact]
    public async Task Get_OfResultsWithoutDataBehindAFullPage_LosesNone()
    {
        await HasThree();

        var answer = await Ask("""{"MaxDatapoints":3}""", Stat("none", "none"), Stat("m1", "m"), Stat("last", "none"));

        answer.Each("MetricDataResults", "Id").Should().Equal("none", "m1", "last");
        answer.At("NextToken").Should().BeNull();
    }

    [Theory]
    [InlineData("""{"StartTime":-62135596800,"EndTime":253402300799}""")]
    [InlineData("""{"StartTime":1893456000,"EndTime":253402300799}""")]
    [InlineData("""{"StartTime":-62135596800,"EndTime":-62135596799}""")]
    public async Task Get_OfTheLongestTimes_DoesNotFail(string change)
    {
        var answer = await _account.CloudWatch(
            "GetMetricData", Body(change, Stat("m1", "m", period: 1), Stat("m2", "m", period: 2_147_483_640), Formula("e1", "m1 + m2")));

        answer.Status.Should().Be(200, answer.Text);
    }

    private Task<Answer> Get(params string[] queries) => Ask("{}", queries);

    private Task<Answer> Ask(string change, params string[] queries) => _account.Asks("GetMetricData", Body(change, queries));

    // 1, 2 and 3, in the three minutes before now.
    private Task<Answer> HasThree() => _account.Puts(
        """{"MetricName":"m","Value":1,"Timestamp":1893455820}""",
        """{"MetricName":"m","Value":2,"Timestamp":1893455880}""",
        """{"MetricName":"m","Value":3,"Timestamp":1893455940}""");
}
