using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class CallerTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=111122223333/20260101/eu-west-1/sagemaker/aws4_request, SignedHeaders=host, Signature=0", "111122223333", "eu-west-1")]
    [InlineData("AWS4-HMAC-SHA256 SignedHeaders=host,Credential=AKIDEXAMPLE/20260101/eu-west-1/sagemaker/aws4_request", "000000000000", "eu-west-1")]
    [InlineData("AWS4-HMAC-SHA256 Credential=test/20260101/local/sagemaker/aws4_request", "000000000000", "local")]
    [InlineData("AWS4-HMAC-SHA256 Credential=test/20260101/EU WEST/sagemaker/aws4_request", "000000000000", "us-east-1")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=111122223333/20260101/sagemaker/aws4_request", "111122223333", "us-east-1")]
    [InlineData("AWS4-HMAC-SHA256 Credential=111122223333", "000000000000", "us-east-1")]
    [InlineData("Bearer abc", "000000000000", "us-east-1")]
    [InlineData("Basic Credential=111122223333/20260101/eu-west-1/sagemaker/aws4_request", "000000000000", "us-east-1")]
    public async Task Authorization_NamesAccountAndRegion(string header, string account, string region)
    {
        var answer = await app.Json("SageMaker.WhoAmI", "{}", ("Authorization", header));

        answer.Text.Should().Be($$"""{"Account":"{{account}}","Region":"{{region}}"}""");
    }

    [Fact]
    public async Task NoAuthorization_IsTheDefaultAccountAndRegion()
    {
        var answer = await app.Json("SageMaker.WhoAmI", "{}");

        answer.Text.Should().Be("""{"Account":"000000000000","Region":"us-east-1"}""");
    }

    [Fact]
    public async Task PresignedUrl_NamesAccountAndRegion()
    {
        var answer = await app.Send(
            HttpMethod.Get,
            "/?Action=GetCaller&Version=2010-08-01&X-Amz-Credential=111122223333%2F20260101%2Fap-south-1%2Fmonitoring%2Faws4_request",
            (byte[]?)null,
            null);

        answer.Element("Account").Should().Be("111122223333");
        answer.Element("Region").Should().Be("ap-south-1");
    }
}
