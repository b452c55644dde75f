using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;
using static RollingDeploy.Host.Tests.CloudWatch.Queries;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>
/// Metrics Insights queries in GetMetricData; their syntax has its tests in the core. 2030-01-01 is 1893456000 (user guide, query
/// your metrics with CloudWatch Metrics Insights).
/// </summary>
public sealed class InsightsQueryTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Get_OfAQuery_IsOneSeriesOfAllItsMetrics()
    {
        await HasErrors();

        var answer = await Ask(Select("q1", "SELECT SUM(errors) FROM N"));

        Series(answer).Should().Equal("q1 q1 1893455940=9");
        answer.At("Messages").Should().Be("[]");
    }

    [Theory]
    [InlineData("SELECT SUM(errors) FROM N GROUP BY e", null, "q1 a 1893455940=3|q1 b 1893455940=6")]
    [InlineData("SELECT SUM(errors) FROM N GROUP BY e ORDER BY MAX() DESC", null, "q1 1 - b 1893455940=6|q1 2 - a 1893455940=3")]
    [InlineData("SELECT SUM(errors) FROM N GROUP BY e ORDER BY MAX() DESC LIMIT 1", null, "q1 1 - b 1893455940=6")]
    [InlineData("SELECT SUM(errors) FROM N GROUP BY e, v", null, "q1 a Other 1893455940=1|q1 a x 1893455940=2|q1 b x 1893455940=6")]
    [InlineData("SELECT AVG(errors) FROM SCHEMA(N, e, v) WHERE v = 'x'", "mean", "q1 mean 1893455940=4")]
    [InlineData("SELECT SUM(errors) FROM SCHEMA(N, e) GROUP BY e", "of", "q1 of a 1893455940=1")]
    [InlineData("SELECT SUM(errors) FROM SCHEMA(N)", null, "q1 q1 ")]
    public async Task Get_OfGroups_IsAResultForEachWithItsLabel(string query, string? label, string expected)
    {
        await HasErrors();

        var answer = await Ask(Select("q1", query, label));

        Series(answer).Order(StringComparer.Ordinal).Should().Equal(expected.Split('|').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_WithMetricMathOnAQuery_ComputesWithEachSeries()
    {
        await HasErrors();

        var answer = await Ask(
            Select("q1", "SELECT SUM(errors) FROM N GROUP BY e").With("""{"ReturnData":false}"""),
            Formula("third", "q1 / 3"), Formula("rate", "MAX(q1) + m1"),
            Stat("m1", "requests").With("""{"ReturnData":false}"""));

        Series(answer).Should().Equal(
            "third a 1893455940=1", "third b 1893455940=2", "rate rate 1893455940=6");
    }

    [Theory]
    [InlineData("SELECT MEDIAN(x) FROM N", "Error in expression 'q1': Invalid syntax. 'MEDIAN' is not a valid aggregate function")]
    [InlineData("SELECT SUM(Count) FROM N", "Error in expression 'q1': Invalid syntax. Reserved keyword 'Count' must be surrounded by double quotes")]
    [InlineData("SELECT SUM(x) FROM AWS/SageMaker", "Error in expression 'q1': Invalid syntax near '/SageMaker'. The end of the query is expected")]
    [InlineData("SELECT SUM(x) FROM N GROUP BY tag.team", "Error in expression 'q1': RollingDeploy does not simulate tags in Metrics Insights queries")]
    public async Task Get_OfAnInvalidQuery_IsRefused(string query, string text) =>
        (await _account.Refused("GetMetricData", Body("{}", Select("q1", query)))).Should().Be(new Refusal("ValidationError", $"{text}\n"));

    [Fact]
    public async Task Get_OfTwoQueries_IsRefused()
    {
        var body = Body("{}", Select("q1", "SELECT SUM(x) FROM N"), Select("q2", "SELECT AVG(x) FROM N"));

        (await _account.Refused("GetMetricData", body)).Should().Be(
            new Refusal("ValidationError", "Maximum number of queries (1) exceeded"));
    }

    [Fact]
    public async Task Get_BeforeTwoWeeks_ReadsTheLastTwoAndSaysSo()
    {
        await HasErrors();
        await _account.Advances(13 * 86_400.0);

        var answer = await Ask("""{"StartTime":1893360000,"EndTime":1894579200}""", Select("q1", "SELECT SUM(errors) FROM N"));

        Series(answer).Should().Equal("q1 q1 1893455940=9");
        answer.At("Messages").Should().Be("""[{"Code":"MaxQueryTimeRangeExceeded","Value":"Max time window exceeded for query"}]""");
    }

    [Fact]
    public async Task Get_WithAPeriodBelowAMinute_AggregatesByTheMinute()
    {
        await _account.Puts(
            """{"MetricName":"m","Value":1,"Timestamp":1893455990,"StorageResolution":1}""",
            """{"MetricName":"m","Value":2,"Timestamp":1893455995,"StorageResolution":1}""");

        var answer = await Ask("{}", Select("q1", "SELECT SUM(m) FROM N", period: 1));

        Series(answer).Should().Equal("q1 q1 1893455940=3");
    }

    [Fact]
    public async Task Get_OfSageMaker_GroupsByEndpoint()
    {
        await _account.HasEndpoint();
        await _account.Invokes();
        await _account.Invokes();
        await _account.Advances(60);

        var answer = await Ask(
            """{"StartTime":1893456000,"EndTime":1893456060}""",
            Select("q1", """SELECT SUM(Invocations) FROM SCHEMA("AWS/SageMaker", EndpointName, VariantName) GROUP BY EndpointName"""));

        Series(answer).Should().Equal("q1 demo 1893456000=2");
    }

    private static string Select(string id, string query, string? label = null, int period = 60)
    {
        var select = new JsonObject { ["Id"] = id, ["Expression"] = query, ["Period"] = period };
        if (label is not null)
        {
            select["Label"] = label;
        }

        return select.ToJsonString();
    }

    private static IEnumerable<string> Series(Answer answer) => answer.Json["MetricDataResults"]!.AsArray().Select(result =>
    {
        var points = result!["Timestamps"]!.AsArray().Zip(
            result["Values"]!.AsArray(), (at, value) => FormattableString.Invariant($"{at!.GetValue<double>()}={value!.GetValue<double>()}"));
        return $"{result["Id"]} {result["Label"]} {string.Join(' ', points)}";
    });

    private Task<Answer> Ask(string query, params string[] others) => query.Contains("\"Id\"")
        ? _account.Asks("GetMetricData", Body("{}", [query, .. others]))
        : _account.Asks("GetMetricData", Body(query, others));

    private Task<Answer> HasErrors() => _account.Puts(
        """{"MetricName":"errors","Value":1,"Timestamp":1893455940,"Dimensions":[{"Name":"e","Value":"a"}]}""",
        """{"MetricName":"errors","Value":2,"Timestamp":1893455940,"Dimensions":[{"Name":"e","Value":"a"},{"Name":"v","Value":"x"}]}""",
        """{"MetricName":"errors","Value":6,"Timestamp":1893455940,"Dimensions":[{"Name":"e","Value":"b"},{"Name":"v","Value":"x"}]}""");
}
