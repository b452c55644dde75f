using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class ElsewhereTests(ShopApp app) : IClassFixture<ShopApp>
{
    private const string Advice = "AWS_ENDPOINT_URL_SAGEMAKER and AWS_ENDPOINT_URL_CLOUDWATCH instead";

    [Fact]
    public async Task DynamoDb_GetsAwsJson()
    {
        var answer = await app.Send(
            HttpMethod.Post,
            "/",
            "{}",
            "application/x-amz-json-1.0",
            ("X-Amz-Target", "DynamoDB_20120810.ListTables"),
            Signed("dynamodb"));

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/x-amz-json-1.0");
        answer.Json["__type"]!.GetValue<string>().Should().Be("UnknownOperationException");
        answer.Json["message"]!.GetValue<string>().Should().Contain("dynamodb").And.Contain("SageMaker, CloudWatch").And.Contain(Advice);
    }

    [Fact]
    public async Task Iam_GetsXmlOfTheQueryProtocol()
    {
        var answer = await app.Form("Action=GetRole&Version=2010-05-08&RoleName=x", Signed("iam"));

        answer.Status.Should().Be(400);
        answer.Xml.Name.LocalName.Should().Be("ErrorResponse");
        answer.Element("Code").Should().Be("InvalidAction");
        answer.Element("Message").Should().Contain("iam").And.Contain(Advice);
    }

    [Fact]
    public async Task Ec2_GetsItsOwnXml()
    {
        var answer = await app.Form("Action=DescribeSubnets&Version=2016-11-15", Signed("ec2"));

        answer.Status.Should().Be(400);
        answer.Xml.Elements().First().Name.LocalName.Should().Be("Errors");
        answer.Element("Code").Should().Be("InvalidAction");
        answer.Element("RequestID").Should().NotBeNull();
    }

    [Theory]
    [InlineData("GET", "/bucket/a%3Cb.txt")]
    [InlineData("PUT", "/bucket")]
    [InlineData("POST", "/bucket/key?uploads")]
    [InlineData("DELETE", "/sagemaker/Echo")]
    public async Task S3_GetsItsOwnXml(string method, string path)
    {
        var answer = await app.Send(new HttpMethod(method), path, (byte[]?)null, null, Signed("s3"));

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/xml");
        answer.Xml.Name.LocalName.Should().Be("Error");
        answer.Element("Code").Should().Be("NotImplemented");
        answer.Element("Message").Should().Contain(Advice);
    }

    [Fact]
    public async Task S3_ByHead_GetsNoBody()
    {
        var answer = await app.Send(HttpMethod.Head, "/bucket", (byte[]?)null, null, Signed("s3"));

        answer.Status.Should().Be(400);
        answer.Bytes.Should().BeEmpty();
    }

    [Fact]
    public async Task RestJsonService_GetsAnErrorTypeAndAMessage()
    {
        var answer = await app.Send(HttpMethod.Get, "/2015-03-31/functions/", (byte[]?)null, null, Signed("lambda"));

        answer.Status.Should().Be(400);
        answer.Header("x-amzn-ErrorType").Should().Be("UnknownOperationException");
        answer.Json["message"]!.GetValue<string>().Should().Contain("lambda").And.Contain(Advice);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("GET", "/sagemaker/Echo")]
    [InlineData("POST", "/_rollingdeploy/typo")]
    [InlineData("POST", "/nothing/at/all")]
    public async Task Person_GetsProblemDetailsThatPointToSwagger(string method, string path)
    {
        var answer = await app.Send(new HttpMethod(method), path, method == "POST" ? "{}" : null, "application/x-www-form-urlencoded");

        answer.Status.Should().Be(404);
        answer.ContentType.Should().Be("application/problem+json");
        answer.Json["detail"]!.GetValue<string>().Should().Contain("/swagger");
        answer.Json["instance"]!.GetValue<string>().Should().Be(path);
    }

    [Theory]
    [InlineData("/service/Nobody/operation/Ping", "the service with the operation Ping")]
    [InlineData("/service/SageMaker/operation/Ping", "the service with the operation Ping")]
    public async Task ServiceThatSpeaksCbor_GetsAMap(string path, string named)
    {
        var answer = await app.Send(HttpMethod.Post, path, [0xA0], "application/cbor", ("Smithy-Protocol", "rpc-v2-cbor"));

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/cbor");
        answer.Header("Smithy-Protocol").Should().Be("rpc-v2-cbor");
        var error = CborJson.Decode(answer.Bytes)!;
        error.At("__type").Should().Be("com.amazon.coral.service#UnknownOperationException");
        error.At("message").Should().Contain(named).And.Contain(Advice);
    }

    [Fact]
    public async Task S3_WithAnObjectNamedLikeAnOperation_GetsItsOwnXml()
    {
        var answer = await app.Send(HttpMethod.Post, "/bucket/service/a/operation/b?uploads", (byte[]?)null, null, Signed("s3"));

        answer.Element("Code").Should().Be("NotImplemented");
    }

    private static (string Name, string Value) Signed(string service) =>
        ("Authorization", $"AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
}
