using Microsoft.AspNetCore.Mvc.Testing;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Sts;

/// <summary>Through the program itself.</summary>
public sealed class GetCallerIdentityTests(WebApplicationFactory<Program> host) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task GetCallerIdentity_OfATwelveDigitKey_IsThatAccountsRoot()
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent([new("Action", "GetCallerIdentity"), new("Version", "2011-06-15")]),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=111122223333/20260101/us-east-1/sts/aws4_request");

        using var response = await client.SendAsync(request);
        var answer = await Answer.Of(response);

        answer.Status.Should().Be(200);
        answer.Xml.Name.NamespaceName.Should().Be("https://sts.amazonaws.com/doc/2011-06-15/");
        answer.Element("Arn").Should().Be("arn:aws:iam::111122223333:root");
        answer.Element("UserId").Should().Be("111122223333");
        answer.Element("Account").Should().Be("111122223333");
    }
}
