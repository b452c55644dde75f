using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>PutMetricData at its limits, in each protocol.</summary>
public sealed class PutMetricDataEdgeTests(TestHost host)
{
    private const string TooOldOrNew = "The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks and no more than two hours in the future.";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Put_OfMoreThanAMebibyte_Is413InEachProtocol()
    {
        var body = Body($$"""{"MetricName":"m","Value":1,"Dimensions":[{"Name":"d","Value":"{{new string('x', 1024 * 1024)}}"}]}""");

        var (json, query, cbor) = (
            await _account.CloudWatch("PutMetricData", body),
            await _account.Query(ThreeWays.Form("PutMetricData", body)),
            await _account.Cbor("PutMetricData", ThreeWays.Cbor("PutMetricData", body)));

        (json.Status, query.Status, cbor.Status).Should().Be((413, 413, 413));
        query.Text.Should().Contain("larger than 1048576 bytes");
    }

    [Fact]
    public async Task Put_ValueAndCounts_IsRefused()
    {
        var refusal = await _account.Refused("PutMetricData", Body("""{"MetricName":"m","Value":1,"Counts":[1]}"""));

        refusal.Should().Be(new Refusal(
            "InvalidParameterCombination",
            "The parameters MetricData.member.1.Value and MetricData.member.1.Counts are mutually exclusive and you have specified both."));
    }

    [Theory]
    [InlineData("Value", "\"Value\":\"NaN\"", "NaN")]
    [InlineData("Value", "\"Value\":\"Infinity\"", "Infinity")]
    [InlineData("Value", "\"Value\":\"-Infinity\"", "-Infinity")]
    [InlineData("Value", "\"Value\":-2.4e108", "-2.4E108")]
    [InlineData("Values.member.2", "\"Values\":[1,\"NaN\"]", "NaN")]
    [InlineData("Counts.member.2", "\"Values\":[1,2],\"Counts\":[1,\"Infinity\"]", "Infinity")]
    [InlineData("Counts.member.1", "\"Values\":[1],\"Counts\":[-1]", "-1.0")]
    [InlineData("StatisticValues.SampleCount", "\"StatisticValues\":{\"SampleCount\":\"NaN\",\"Sum\":1,\"Minimum\":1,\"Maximum\":1}", "NaN")]
    [InlineData("StatisticValues.Sum", "\"StatisticValues\":{\"SampleCount\":1,\"Sum\":\"Infinity\",\"Minimum\":1,\"Maximum\":1}", "Infinity")]
    [InlineData("StatisticValues.Minimum", "\"StatisticValues\":{\"SampleCount\":1,\"Sum\":1,\"Minimum\":\"-Infinity\",\"Maximum\":1}", "-Infinity")]
    [InlineData("StatisticValues.Maximum", "\"StatisticValues\":{\"SampleCount\":1,\"Sum\":1,\"Minimum\":1,\"Maximum\":\"NaN\"}", "NaN")]
    public async Task Put_OfWhatIsNoNumberOrTooLarge_IsRefused(string path, string value, string printed)
    {
        var refusal = await _account.Refused("PutMetricData", Body($$"""{"MetricName":"m",{{value}}}"""));

        refusal.Should().Be(new Refusal("InvalidParameterValue", $"The value {printed} for parameter MetricData.member.1.{path} is invalid."));
    }

    [Theory]
    [InlineData(-14 * 86_400 - 1, false)]
    [InlineData(-14 * 86_400, true)]
    [InlineData(7200, true)]
    [InlineData(7201, false)]
    public async Task Put_AtTheEdgesOfTwoWeeksAndTwoHours_IsTakenWithin(int seconds, bool taken)
    {
        var body = Body($$"""{"MetricName":"m","Value":1,"Timestamp":{{Bodies.Now + seconds}}}""");

        if (taken)
        {
            await _account.Tells("PutMetricData", body);
            (await _account.Cbor("PutMetricData", ThreeWays.Cbor("PutMetricData", body))).Status.Should().Be(200);
            (await _account.Query(ThreeWays.Form("PutMetricData", body))).Status.Should().Be(200);
            (await Sum(seconds)).Should().Be("3.0");
        }
        else
        {
            (await _account.Refused("PutMetricData", body)).Should().Be(new Refusal("InvalidParameterValue", TooOldOrNew));
        }
    }

    [Fact]
    public async Task Put_OfAThousandDatumsAndAHundredAndFiftyValues_IsTheMost()
    {
        var most = $$"""{"MetricName":"m","Values":[{{string.Join(',', Enumerable.Range(1, 150))}}],"Counts":[{{string.Join(',', Enumerable.Repeat(2, 150))}}]}""";

        await _account.Puts([.. Enumerable.Repeat("""{"MetricName":"n","Value":1}""", 999), most]);

        (await Sum(0)).Should().Be("22650.0");
    }

    [Fact]
    public async Task Put_OfDataOfEntities_IsStoredLikeOther()
    {
        await _account.Tells(
            "PutMetricData",
            """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1}],"EntityMetricData":[{"Entity":{"KeyAttributes":{"Type":"Service","Name":"s"}},"MetricData":[{"MetricName":"m","Value":2}]},{"MetricData":[{"MetricName":"m","Value":4}]}]}""");
        var refusal = await _account.Refused("PutMetricData", """{"Namespace":"N","EntityMetricData":[{"MetricData":[{"MetricName":"m","Value":1}]},{"MetricData":[{"MetricName":"m"}]}]}""");

        (await Sum(0)).Should().Be("7.0");
        refusal.Text.Should().StartWith("At least one of the parameters EntityMetricData.member.2.MetricData.member.1.Value,");
    }

    [Theory]
    [InlineData("""{"Namespace":"N"}""", "MissingParameter", "The parameter MetricData is required.")]
    [InlineData("""{"MetricData":[{"MetricName":"m","Value":1}]}""", "ValidationError", "1 validation error detected: Value null at 'namespace' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"Namespace":":N","MetricData":[{"MetricName":"m","Value":1}]}""", "ValidationError", "1 validation error detected: Value ':N' at 'namespace' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:].*")]
    [InlineData("""{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"Dimensions":[{"Name":"d","Value":""}]}]}""", "ValidationError", "1 validation error detected: Value '' at 'metricData.1.member.dimensions.1.member.value' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"StorageResolution":0}]}""", "ValidationError", "1 validation error detected: Value '0' at 'metricData.1.member.storageResolution' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("""{"Namespace":"N","MetricData":[{"MetricName":"m","StatisticValues":{"SampleCount":1,"Sum":1,"Minimum":1}}]}""", "ValidationError", "1 validation error detected: Value null at 'metricData.1.member.statisticValues.maximum' failed to satisfy constraint: Member must not be null")]
    public async Task Put_AgainstTheModel_IsRefused(string body, string code, string text) =>
        (await _account.Refused("PutMetricData", body)).Should().Be(new Refusal(code, text));

    private static string Body(string datum) => $$"""{"Namespace":"N","MetricData":[{{datum}}]}""";

    private async Task<string?> Sum(int seconds)
    {
        var minute = Bodies.Now + seconds;
        var answer = await _account.Asks(
            "GetMetricStatistics",
            $$"""{"Namespace":"N","MetricName":"m","StartTime":{{minute}},"EndTime":{{minute + 60}},"Period":60,"Statistics":["Sum"]}""");
        return answer.At("Datapoints.0.Sum");
    }
}
