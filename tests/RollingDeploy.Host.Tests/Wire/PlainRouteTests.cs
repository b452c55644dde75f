using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class PlainRouteTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Post_WithAnyContentType_ReadsJson(string? contentType)
    {
        var answer = await app.Send(HttpMethod.Post, "/cloudwatch/Echo", """{"OrderName":"a"}""", contentType);

        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be("application/json");
        answer.Text.Should().Be("""{"OrderName":"a"}""");
    }

    [Fact]
    public async Task Post_OfAnOperationWithoutOutput_AnswersAnEmptyBody()
    {
        var answer = await app.Send(HttpMethod.Post, "/sagemaker/Drop", """{"OrderName":"a"}""", "application/json");

        answer.Status.Should().Be(200);
        answer.Bytes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "000000000000", "us-east-1")]
    [InlineData("?account=111122223333", "111122223333", "us-east-1")]
    [InlineData("?account=111122223333&region=us-gov-west-1", "111122223333", "us-gov-west-1")]
    public async Task Post_WithAccountAndRegion_SpeaksOfThem(string query, string account, string region)
    {
        var answer = await app.Send(HttpMethod.Post, $"/sagemaker/WhoAmI{query}", "{}", "application/json");

        answer.Json["Account"]!.GetValue<string>().Should().Be(account);
        answer.Json["Region"]!.GetValue<string>().Should().Be(region);
    }

    [Theory]
    [InlineData("?account=12", "account")]
    [InlineData("?account=", "account")]
    [InlineData("?account=11112222333%0A", "account")]
    [InlineData("?account=١١١١٢٢٢٢٣٣٣٣", "account")]
    [InlineData("?region=us-east1", "region")]
    [InlineData("?region=../etc", "region")]
    public async Task Post_WithAnOddAccountOrRegion_IsAValidationException(string query, string parameter)
    {
        var answer = await app.Send(HttpMethod.Post, $"/sagemaker/WhoAmI{query}", "{}", "application/json");

        answer.Status.Should().Be(400);
        answer.Json["__type"]!.GetValue<string>().Should().Be("ValidationException");
        answer.Json["message"]!.GetValue<string>().Should().Contain($"'{parameter}'");
    }

    [Theory]
    [InlineData("/sagemaker/Nope", "UnknownOperationException", 400)]
    [InlineData("/sagemaker/Crash", "InternalFailure", 500)]
    [InlineData("/cloudwatch/Drop", "com.amazon.coral.validate#ValidationException", 400)]
    public async Task Post_ThatFails_AnswersAwsJson(string path, string type, int status)
    {
        var answer = await app.Send(HttpMethod.Post, path, "{}", "application/json");

        answer.Status.Should().Be(status);
        answer.ContentType.Should().Be("application/json");
        answer.Json["__type"]!.GetValue<string>().Should().Be(type);
    }

    [Fact]
    public async Task Post_SignedForAnotherService_IsNotOurs()
    {
        var answer = await app.Send(
            HttpMethod.Post,
            "/sagemaker/key",
            "{}",
            "text/plain",
            ("Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/s3/aws4_request, SignedHeaders=host"));

        answer.Element("Code").Should().Be("NotImplemented");
    }
}
