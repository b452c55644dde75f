using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Browsers;

/// <summary>A page's call of AWS's routes is refused in the protocol that it is made in.</summary>
public sealed class AwsRefusalTests(TestHost host)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Alarm = "Action=PutMetricAlarm&Version=2010-08-01&AlarmName=a&EvaluationPeriods=1&ComparisonOperator=GreaterThanThreshold"
        + "&MetricName=m&Namespace=n&Period=60&Statistic=Sum&Threshold=1";

    private static readonly (string, string)[][] Pages =
        [[("Origin", "http://localhost:3000")], [("Sec-Fetch-Site", "cross-site")], [("Host", "evil.example")]];

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("/", "application/x-amz-json-1.1", "X-Amz-Target", "SageMaker.ListModels")]
    [InlineData("/sagemaker/ListModels", "text/plain", "X-Other", "1")]
    [InlineData("/cloudwatch/ListMetrics", Form, "X-Other", "1")]
    [InlineData("/endpoints/e/invocations", "text/plain", "X-Other", "1")]
    public async Task Json_OfAPage_IsRefusedInJson(string path, string contentType, string name, string value)
    {
        foreach (var page in Pages)
        {
            var answer = await _account.Send(HttpMethod.Post, path, "{}", contentType, [(name, value), .. page]);

            answer.Status.Should().Be(403);
            answer.At("__type").Should().Be("AccessDeniedException");
            (answer.At("message") ?? answer.At("Message")).Should().Contain("RollingDeploy:Allowed");
        }
    }

    [Fact]
    public async Task Cbor_OfAPage_IsRefusedInCbor()
    {
        foreach (var page in Pages)
        {
            var answer = await _account.Send(
                HttpMethod.Post, $"{Cbor.Service}ListMetrics", "", "application/cbor", [("Smithy-Protocol", "rpc-v2-cbor"), .. page]);

            (answer.Status, answer.ContentType).Should().Be((403, "application/cbor"));
            CborJson.Decode(answer.Bytes).At("__type").Should().EndWith("#AccessDeniedException");
            CborJson.Decode(answer.Bytes).At("message").Should().Contain("RollingDeploy:Allowed");
        }
    }

    [Fact]
    public async Task Query_OfAPage_IsRefusedInXml()
    {
        foreach (var page in Pages)
        {
            Require(await _account.Send(HttpMethod.Post, "/", Alarm, Form, page));
            Require(await _account.Send(HttpMethod.Get, $"/?{Alarm}", null, null, page));
            Require(await _account.Send(
                HttpMethod.Get, "/?Action=ListMetrics", null, null, [("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"), .. page]));
        }

        static void Require(Answer answer)
        {
            (answer.Status, answer.ContentType, answer.Element("Code")).Should().Be((403, "text/xml", "AccessDenied"));
            answer.Element("Message").Should().Contain("RollingDeploy:Allowed");
        }
    }

    /// <summary>An image on any page can send it, and a browser of old says nothing of where it comes from.</summary>
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task Query_ByAnotherMethodThanPost_OnlyReads(string method)
    {
        var before = WorldPrinter.Print(_account);

        var put = await _account.Send(new HttpMethod(method), $"/?{Alarm}&X-Amz-Credential={_account.Id}/20300101/us-east-1/monitoring/aws4_request", null, null);
        var list = await _account.Send(new HttpMethod(method), "/?Action=DescribeAlarms&Version=2010-08-01", null, null);

        (put.Status, list.Status).Should().Be((403, 200));
        WorldPrinter.Print(_account).Should().Be(before);
        if (method != "HEAD")
        {
            put.Element("Code").Should().Be("AccessDenied");
            put.Element("Message").Should().Be($"PutMetricAlarm changes resources and cannot be called with {method}. Use POST.");
        }
    }
}
