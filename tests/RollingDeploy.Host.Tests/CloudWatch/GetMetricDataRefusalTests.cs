using RollingDeploy.Host.Tests.Stage;
using static RollingDeploy.Host.Tests.CloudWatch.Queries;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>What GetMetricData does not take (cloudwatch.md §2).</summary>
public sealed class GetMetricDataRefusalTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("m1 +", "Error in expression 'e1': Invalid syntax at position 4: unexpected the end of the expression")]
    [InlineData("NOPE(m1)", "Error in expression 'e1': Function 'NOPE' not found")]
    [InlineData("m1 + m9", "Error in expression 'e1': Metric or expression 'm9' not found")]
    [InlineData("5", "Error in expression 'e1': The result must be a time series or an array of time series, it must not be a scalar")]
    [InlineData("SUM(m1)", "Error in expression 'e1': The result must be a time series or an array of time series, it must not be a scalar")]
    [InlineData("e1 + 1", "Error in expression 'e1': Circular reference e1 -> e1")]
    [InlineData("SEARCH('{N}', 'Median', 60)", "Error in expression 'e1': The statistic 'Median' is not supported")]
    public async Task Get_OfAnExpressionThatIsWrong_NamesIt(string expression, string text)
    {
        var refusal = await _account.Refused("GetMetricData", Body("{}", Formula("e1", expression), Stat("m1", "m")));

        refusal.Should().Be(new Refusal("ValidationError", $"{text}\n"));
    }

    [Fact]
    public async Task Get_OfSeveralExpressionsThatAreWrong_NamesThemAll()
    {
        var refusal = await _account.Refused(
            "GetMetricData", Body("{}", Formula("e1", "b + c"), Formula("e2", "m1"), Formula("e3", "NOPE(m1)"), Stat("m1", "m")));

        refusal.Should().Be(new Refusal("ValidationError", """
            Error in expression 'e1': Metric or expression 'b' not found
            Error in expression 'e3': Function 'NOPE' not found

            """));
    }

    [Fact]
    public async Task Get_OfIdsThatAreNotUnique_TellsTheOtherErrorsToo()
    {
        var refusal = await _account.Refused("GetMetricData", Body("{}", Stat("m1", "m", "p101"), Stat("m1", "m")));

        refusal.Should().Be(new Refusal("ValidationError", """
            The values for parameter id in MetricDataQueries are not unique.
            The value p101 for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid statistic.

            """));
    }

    [Theory]
    [InlineData("""{"MetricStat":{"Period":60,"Stat":"Sum"}}""", "ValidationError", "1 validation error detected: Value null at 'metricDataQueries.1.member.metricStat.metric' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"Id":null}""", "ValidationError", "1 validation error detected: Value null at 'metricDataQueries.1.member.id' failed to satisfy constraint: Member must not be null")]
    public async Task Get_OfAQueryAgainstARule_IsRefused(string change, string code, string text)
    {
        var refusal = await _account.Refused("GetMetricData", Body("{}", Stat("m1", "m").With(change), Stat("m2", "m")));

        refusal.Should().Be(new Refusal(code, text));
    }

    [Theory]
    [InlineData("""{"Id":"m2"}""", "The values for parameter id in MetricDataQueries are not unique.")]
    [InlineData("""{"Id":"M1"}""", "The value M1 for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.")]
    [InlineData("""{"Id":"m-1"}""", "The value m-1 for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.")]
    [InlineData("""{"Expression":"m2"}""", "The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both.")]
    [InlineData("""{"MetricStat":null}""", "The parameter MetricDataQueries.member.1.MetricStat is required.")]
    [InlineData("""{"Period":45}""", "The parameter MetricDataQueries.member.1.Period must be 1, 5, 10, 20, 30 or a multiple of 60.")]
    [InlineData("""{"MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":45,"Stat":"Sum"}}""", "The parameter MetricDataQueries.member.1.MetricStat.Period must be 1, 5, 10, 20, 30 or a multiple of 60.")]
    [InlineData("""{"MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":60,"Stat":"p101"}}""", "The value p101 for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid statistic.")]
    [InlineData("""{"MetricStat":{"Metric":{"Namespace":"N"},"Period":60,"Stat":"Sum"}}""", "The parameter MetricDataQueries.member.1.MetricStat.Metric.MetricName is required.")]
    public async Task Get_OfAQueryAgainstARule_IsALineOfTheRefusal(string change, string line)
    {
        var refusal = await _account.Refused("GetMetricData", Body("{}", Stat("m1", "m").With(change), Stat("m2", "m")));

        refusal.Should().Be(new Refusal("ValidationError", $"{line}\n"));
    }

    [Fact]
    public async Task Get_OfSeveralQueriesAgainstRules_TellsThemAll()
    {
        var refusal = await _account.Refused("GetMetricData", Body(
            "{}", Stat("M1", "m", "p101", 45), Stat("m2", "m"), Stat("m3", "m").With("""{"Expression":"m2"}"""), """{"Id":"m4"}"""));

        refusal.Should().Be(new Refusal("ValidationError", """
            The value M1 for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.
            The parameter MetricDataQueries.member.1.MetricStat.Period must be 1, 5, 10, 20, 30 or a multiple of 60.
            The value p101 for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid statistic.
            The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both.
            The parameter MetricDataQueries.member.4.MetricStat is required.

            """));
    }

    [Theory]
    [InlineData("""{"StartTime":1893456000}""", "ValidationError", "The parameter StartTime must not equal parameter EndTime.")]
    [InlineData("""{"StartTime":1893456001}""", "ValidationError", "The parameter EndTime must be greater than StartTime.")]
    [InlineData("""{"EndTime":null}""", "ValidationError", "1 validation error detected: Value null at 'endTime' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"NextToken":"forged"}""", "InvalidNextToken", "The next token specified is invalid.")]
    [InlineData("""{"MaxDatapoints":0}""", "ValidationError", "The parameter MaxDatapoints must be between 1 and 100800.")]
    [InlineData("""{"MaxDatapoints":100801}""", "ValidationError", "The parameter MaxDatapoints must be between 1 and 100800.")]
    [InlineData("""{"ScanBy":"Time"}""", "ValidationError", "1 validation error detected: Value 'Time' at 'scanBy' failed to satisfy constraint: Member must satisfy enum value set: [TimestampDescending, TimestampAscending]")]
    public async Task Get_AgainstARule_IsRefused(string change, string code, string text) =>
        (await _account.Refused("GetMetricData", Body(change, Stat("m1", "m")))).Should().Be(new Refusal(code, text));

    [Fact]
    public async Task Get_OfAPeriodThatIsNoneFromTheBeginningOfTime_IsRefused()
    {
        await _account.Puts("""{"MetricName":"m","Value":1,"Unit":"Seconds"}""", """{"MetricName":"m","Value":2,"Unit":"Bytes"}""");

        var refusal = await _account.Refused("GetMetricData", Body("""{"StartTime":-62135596800}""", Stat("m1", "m", period: 7)));

        refusal.Code.Should().Be("ValidationError");
    }

    [Fact]
    public async Task Get_OfFiveHundredQueries_IsTheMost()
    {
        var queries = Enumerable.Range(0, 501).Select(number => Stat($"m{number}", "m")).ToArray();

        var refusal = await _account.Refused("GetMetricData", Body("{}", queries));

        refusal.Text.Should().Be("The collection MetricDataQueries must not have a size greater than 500.");
        (await _account.Asks("GetMetricData", Body("{}", queries[..500]))).Json["MetricDataResults"]!.AsArray().Should().HaveCount(500);
    }
}
