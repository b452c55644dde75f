using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

public sealed class ListMetricsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task List_OfNothing_IsEmpty() =>
        (await _account.CloudWatch("ListMetrics", "{}")).Text.Should().Be("""{"Metrics":[]}""");

    [Fact]
    public async Task List_OfOneMetric_ShowsItWithItsDimensionsSorted()
    {
        await Put("N", """{"MetricName":"m","Value":1,"Dimensions":[{"Name":"b","Value":"2"},{"Name":"a","Value":"1"}]}""");
        await Put("N", """{"MetricName":"m","Value":1,"Unit":"Count","Dimensions":[{"Name":"a","Value":"1"},{"Name":"b","Value":"2"}]}""");

        (await _account.CloudWatch("ListMetrics", "{}")).Text.Should().Be(
            """{"Metrics":[{"Namespace":"N","MetricName":"m","Dimensions":[{"Name":"a","Value":"1"},{"Name":"b","Value":"2"}]}]}""");
    }

    [Theory]
    [InlineData("{}", "m n m")]
    [InlineData("""{"Namespace":"N"}""", "m n")]
    [InlineData("""{"Namespace":"n"}""", "")]
    [InlineData("""{"MetricName":"m"}""", "m m")]
    [InlineData("""{"Dimensions":[{"Name":"d"}]}""", "m n")]
    [InlineData("""{"Dimensions":[{"Name":"d","Value":"1"}]}""", "m")]
    [InlineData("""{"Dimensions":[{"Name":"d","Value":"1"},{"Name":"e"}]}""", "")]
    [InlineData("""{"RecentlyActive":"PT3H"}""", "n")]
    public async Task List_WithEachFilter_ShowsWhatFits(string body, string expected)
    {
        await Put("N", """{"MetricName":"m","Value":1,"Dimensions":[{"Name":"d","Value":"1"}]}""");
        await Put("O", """{"MetricName":"m","Value":1}""");
        await _account.Advances(4 * 3600);
        await Put("N", """{"MetricName":"n","Value":1,"Dimensions":[{"Name":"d","Value":"2"}]}""");

        var answer = await _account.CloudWatch("ListMetrics", body);

        string.Join(' ', answer.Each("Metrics", "MetricName")).Should().Be(expected);
    }

    [Fact]
    public async Task List_TwoWeeksAfterTheLastDatum_LeavesTheMetricOut()
    {
        await Put("N", """{"MetricName":"m","Value":1}""");

        await _account.Advances(14 * 86_400);
        var still = await _account.CloudWatch("ListMetrics", "{}");
        await _account.Advances(1);

        still.Each("Metrics", "MetricName").Should().Equal("m");
        (await _account.CloudWatch("ListMetrics", "{}")).At("Metrics").Should().Be("[]");
    }

    [Fact]
    public async Task List_ByPages_GivesEachOnce()
    {
        await Put("N", [.. Enumerable.Range(1, 600).Select(number => $$"""{"MetricName":"m{{number:D3}}","Value":1}""")]);

        var first = await _account.CloudWatch("ListMetrics", "{}");
        var second = await _account.CloudWatch("ListMetrics", $$"""{"NextToken":"{{first.At("NextToken")}}"}""");

        first.Each("Metrics", "MetricName").Should().HaveCount(500);
        second.Each("Metrics", "MetricName").Should().Equal(Enumerable.Range(501, 100).Select(number => $"m{number}"));
        second.At("NextToken").Should().BeNull();
    }

    [Fact]
    public async Task List_WithAForgedToken_IsRefused() =>
        (await _account.Refused("ListMetrics", """{"NextToken":"Zm9yZ2Vk"}""")).Code.Should().Be("InvalidParameterValue");

    private async Task Put(string name, params string[] datums) => (await _account.CloudWatch(
        "PutMetricData", $$"""{"Namespace":"{{name}}","MetricData":[{{string.Join(',', datums)}}]}""")).Status.Should().Be(200);
}
