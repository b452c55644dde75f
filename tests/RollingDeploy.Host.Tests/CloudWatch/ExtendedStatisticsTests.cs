using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>GetMetricStatistics with extended statistics, of the values 1 to 100.</summary>
public sealed class ExtendedStatisticsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("p0", 1)]
    [InlineData("p50", 50)]
    [InlineData("p99", 99)]
    [InlineData("p100", 100)]
    [InlineData("tm50", 25.5)]
    [InlineData("TM(10%:90%)", 50.5)]
    [InlineData("TM(10:90)", 50.5)]
    [InlineData("WM(10%:90%)", 50.5)]
    [InlineData("tc90", 90)]
    [InlineData("TC(50:)", 50)]
    [InlineData("ts10", 55)]
    [InlineData("pr25", 25)]
    [InlineData("PR(90:)", 10)]
    [InlineData("IQM", 50.5)]
    public async Task Get_OfAHundredValues_ComputesIt(string statistic, double expected)
    {
        await _account.Puts($$"""{"MetricName":"m","Values":[{{string.Join(',', Enumerable.Range(1, 100))}}]}""");

        var answer = await Get($"\"{statistic}\"");

        double.Parse(answer.Json["Datapoints"]![0]!["ExtendedStatistics"]![statistic]!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)
            .Should().BeApproximately(expected, 1e-9);
    }

    [Fact]
    public async Task Get_OfSeveral_HasEachOnceBesideTheOthers()
    {
        await _account.Puts("""{"MetricName":"m","Values":[1,2],"Unit":"Count"}""");

        var answer = await Get("\"p50\",\"p100\",\"p50\"", ""","Statistics":["Sum","Maximum"]""");

        answer.Text.Should().Be(
            """{"Label":"m","Datapoints":[{"Timestamp":1.893456E9,"Sum":3.0,"Maximum":2.0,"Unit":"Count","ExtendedStatistics":{"p50":1.0,"p100":2.0}}]}""");
    }

    [Theory]
    [InlineData("""{"SampleCount":4,"Sum":10,"Minimum":-1,"Maximum":8}""", null)]
    [InlineData("""{"SampleCount":1,"Sum":7,"Minimum":7,"Maximum":7}""", "7.0")]
    [InlineData("""{"SampleCount":3,"Sum":21,"Minimum":7,"Maximum":7}""", "7.0")]
    public async Task Get_OfAStatisticSet_IsKnownWhereItsValuesAre(string set, string? expected)
    {
        await _account.Puts($$"""{"MetricName":"m","StatisticValues":{{set}}}""");

        var answer = await Get("\"p90\"");

        answer.At("Datapoints.0.ExtendedStatistics.p90").Should().Be(expected);
    }

    private Task<Wire.Fakes.Answer> Get(string extended, string more = "") => _account.Asks(
        "GetMetricStatistics",
        $$"""{"Namespace":"N","MetricName":"m","StartTime":1893456000,"EndTime":1893456060,"Period":60,"ExtendedStatistics":[{{extended}}]{{more}}}""");
}
