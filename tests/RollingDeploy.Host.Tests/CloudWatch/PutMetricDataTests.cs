using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

public sealed class PutMetricDataTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Put_OfAValue_IsInTheStatisticsAtOnce()
    {
        var answer = await Put("""{"MetricName":"m","Value":7}""");

        (answer.Status, answer.Text).Should().Be((200, ""));
        (await Statistics()).Should().Be("SampleCount 1.0, Sum 7.0, Minimum 7.0, Maximum 7.0");
    }

    [Theory]
    [InlineData("""{"MetricName":"m","Values":[1,2,3]}""", "SampleCount 3.0, Sum 6.0, Minimum 1.0, Maximum 3.0")]
    [InlineData("""{"MetricName":"m","Values":[1,2],"Counts":[2,0.5]}""", "SampleCount 2.5, Sum 3.0, Minimum 1.0, Maximum 2.0")]
    [InlineData("""{"MetricName":"m","StatisticValues":{"SampleCount":4,"Sum":10,"Minimum":-1,"Maximum":8}}""", "SampleCount 4.0, Sum 10.0, Minimum -1.0, Maximum 8.0")]
    [InlineData("""{"MetricName":"m","Values":[1,2],"StatisticValues":{"SampleCount":4,"Sum":10,"Minimum":-1,"Maximum":8}}""", "SampleCount 2.0, Sum 3.0, Minimum 1.0, Maximum 2.0")]
    [InlineData("""{"MetricName":"m","Value":3,"Values":[],"Counts":[]}""", "SampleCount 1.0, Sum 3.0, Minimum 3.0, Maximum 3.0")]
    [InlineData("""{"MetricName":"m","Values":[],"StatisticValues":{"SampleCount":4,"Sum":10,"Minimum":-1,"Maximum":8}}""", "SampleCount 4.0, Sum 10.0, Minimum -1.0, Maximum 8.0")]
    [InlineData("""{"MetricName":"m","Value":2.3e108}""", "SampleCount 1.0, Sum 2.3E108, Minimum 2.3E108, Maximum 2.3E108")]
    public async Task Put_OfSeveralSamples_SumsThemUp(string datum, string expected)
    {
        (await Put(datum)).Status.Should().Be(200);

        (await Statistics()).Should().Be(expected);
    }

    [Theory]
    [InlineData("""{"MetricName":"m","Values":[],"Counts":[]}""", "MissingParameter", "At least one of the parameters MetricData.member.1.Value, MetricData.member.1.Values or MetricData.member.1.StatisticValues is required.")]
    [InlineData("""{"MetricName":"m","Value":1,"Values":[1]}""", "InvalidParameterCombination", "The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive and you have specified both.")]
    [InlineData("""{"MetricName":"m","Value":1,"StatisticValues":{"SampleCount":1,"Sum":1,"Minimum":1,"Maximum":1}}""", "InvalidParameterCombination", "The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually exclusive and you have specified both.")]
    [InlineData("""{"MetricName":"m","Values":[1,2],"Counts":[1]}""", "InvalidParameterValue", "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.")]
    [InlineData("""{"MetricName":"m","Values":[1],"StatisticValues":{"SampleCount":0,"Sum":0,"Minimum":0,"Maximum":0}}""", "InvalidParameterValue", "The value 0.0 for parameter MetricData.member.1.StatisticValues.SampleCount is invalid.")]
    [InlineData("""{"MetricName":"m","Value":1,"Values":[1],"StatisticValues":{"SampleCount":1,"Sum":1,"Minimum":1,"Maximum":1}}""", "InvalidParameterCombination", "The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive and you have specified both.")]
    [InlineData("""{"MetricName":"m","Values":[1],"Counts":[0]}""", "InvalidParameterValue", "The value 0.0 for parameter MetricData.member.1.Counts.member.1 is invalid.")]
    [InlineData("""{"MetricName":"m","Value":2.4e108}""", "InvalidParameterValue", "The value 2.4E108 for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("""{"MetricName":"m"}""", "MissingParameter", "At least one of the parameters MetricData.member.1.Value, MetricData.member.1.Values or MetricData.member.1.StatisticValues is required.")]
    [InlineData("""{"MetricName":"m","Value":1,"StorageResolution":5}""", "InvalidParameterValue", "The value 5 for parameter MetricData.member.1.StorageResolution is invalid.")]
    [InlineData("""{"MetricName":"m","Value":1,"Unit":"Apples"}""", "ValidationError", null)]
    [InlineData("""{"Value":1}""", "ValidationError", "1 validation error detected: Value null at 'metricData.1.member.metricName' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"MetricName":"m","StatisticValues":{"SampleCount":0,"Sum":0,"Minimum":0,"Maximum":0}}""", "InvalidParameterValue", "The value 0.0 for parameter MetricData.member.1.StatisticValues.SampleCount is invalid.")]
    public async Task Put_AgainstARule_IsRefusedAndStoresNothing(string datum, string code, string? text)
    {
        var refusal = await _account.Refused("PutMetricData", Body(datum, """{"MetricName":"m","Value":1}"""));

        refusal.Code.Should().Be(code);
        refusal.Text.Should().Be(text ?? refusal.Text);
    }

    [Theory]
    [InlineData("AWS/SageMaker")]
    [InlineData("AWS/")]
    public async Task Put_ToAReservedNamespace_IsRefused(string name)
    {
        var refusal = await _account.Refused("PutMetricData", $$"""{"Namespace":"{{name}}","MetricData":[{"MetricName":"m","Value":1}]}""");

        refusal.Should().Be(new Refusal("InvalidParameterValue", "The value AWS/ for parameter Namespace is reserved for AWS services."));
    }

    [Fact]
    public async Task Put_OfTooMuch_IsRefused()
    {
        var datums = Enumerable.Repeat("""{"MetricName":"m","Value":1}""", 1001).ToArray();
        var values = string.Join(',', Enumerable.Repeat("1", 151));

        var tooManyDatums = await _account.Refused("PutMetricData", Body(datums));
        var tooManyValues = await _account.Refused("PutMetricData", Body($$"""{"MetricName":"m","Values":[{{values}}]}"""));

        tooManyDatums.Text.Should().Be("The collection MetricData must not have a size greater than 1000.");
        tooManyValues.Text.Should().Be("The collection MetricData.member.1.Values must not have a size greater than 150.");
        (await Put(datums[..1000])).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public async Task Put_OfWhatIsNoNumber_IsRefused(string value)
    {
        var answer = await _account.Query($"Action=PutMetricData&Namespace=N&MetricData.member.1.MetricName=m&MetricData.member.1.Value={value}");

        var json = await _account.CloudWatch("PutMetricData", Body($$"""{"MetricName":"m","Value":"{{value}}"}"""));

        answer.Element("Code").Should().Be("InvalidParameterValue");
        answer.Element("Message").Should().Be($"The value {value} for parameter MetricData.member.1.Value is invalid.");
        json.Text.Should().Contain($"The value {value} for parameter MetricData.member.1.Value is invalid.");
    }

    [Theory]
    [InlineData("2029-12-17T23:59:59Z", false)]
    [InlineData("2029-12-18T00:00:00Z", true)]
    [InlineData("2030-01-01T02:00:00Z", true)]
    [InlineData("2030-01-01T02:00:01Z", false)]
    [InlineData("0001-01-01T00:00:00Z", false)]
    [InlineData("9999-12-31T23:59:59Z", false)]
    public async Task Put_OfAnOldOrEarlyDatum_IsTakenWithinTwoWeeksAndTwoHours(string timestamp, bool taken)
    {
        var answer = await _account.Query(
            $"Action=PutMetricData&Namespace=N&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1&MetricData.member.1.Timestamp={timestamp}");

        answer.Status.Should().Be(taken ? 200 : 400);
        answer.Element("Code").Should().Be(taken ? null : "InvalidParameterValue");
    }

    private static string Body(params string[] datums) => $$"""{"Namespace":"N","MetricData":[{{string.Join(',', datums)}}]}""";

    private Task<Wire.Fakes.Answer> Put(params string[] datums) => _account.CloudWatch("PutMetricData", Body(datums));

    private async Task<string> Statistics()
    {
        var answer = await _account.CloudWatch(
            "GetMetricStatistics",
            """{"Namespace":"N","MetricName":"m","StartTime":1893456000,"EndTime":1893456060,"Period":60,"Statistics":["SampleCount","Sum","Minimum","Maximum"]}""");
        return string.Join(", ", ((string[])["SampleCount", "Sum", "Minimum", "Maximum"]).Select(name => $"{name} {answer.At($"Datapoints.0.{name}")}"));
    }
}
