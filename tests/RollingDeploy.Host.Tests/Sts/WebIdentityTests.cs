using System.Buffers.Text;
using System.Text;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Sts;

/// <summary>AssumeRoleWithWebIdentity, which needs no signature and no credentials (STS API reference).</summary>
public sealed class WebIdentityTests(TestHost host)
{
    [Fact]
    public async Task Assume_WithAnIdToken_LeadsToTheAccountOfTheRole()
    {
        var answer = await Assume(Jwt($$"""{"iss":"https://ci.example","sub":"repo:a/b","aud":["sts.amazonaws.com"],"exp":{{Now + 60}}}"""));
        var identity = await host.Sts(StsHost.KeysIn(answer), "GetCallerIdentity");

        answer.Status.Should().Be(200, answer.Text);
        answer.Element("SubjectFromWebIdentityToken").Should().Be("repo:a/b");
        answer.Element("Provider").Should().Be("https://ci.example");
        answer.Element("Audience").Should().Be("sts.amazonaws.com");
        identity.Element("Account").Should().Be("444455556666");
        identity.Element("Arn").Should().Be("arn:aws:sts::444455556666:assumed-role/deployer/build-1");
        identity.Element("UserId").Should().Be(answer.Element("AssumedRoleId"));
    }

    [Fact]
    public async Task Assume_WithAnAccessToken_NamesTheGivenProvider()
    {
        var answer = await Assume("Atza|IQEBLjAsAhRF", ("ProviderId", "www.amazon.com"));

        (answer.Status, answer.Element("Provider"), answer.Element("SubjectFromWebIdentityToken")).Should().Be((200, "www.amazon.com", null));
    }

    [Fact]
    public async Task Assume_ByGet_IsAnswered()
    {
        using var client = host.CreateClient();
        using var response = await client.GetAsync(
            $"/?Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn={StsHost.Role}&RoleSessionName=s1&WebIdentityToken=token");

        ((int)response.StatusCode).Should().Be(200, "AWS's example is a GET");
    }

    [Fact]
    public async Task Assume_SignedWithKeysThatHaveExpired_IsAnswered()
    {
        await using var own = TestHost.With();
        var keys = StsHost.KeysIn(await own.AssumeRole(Keys.OfAccount, ("DurationSeconds", "900")));
        own.Time.Advance(TimeSpan.FromSeconds(901));

        var answer = await own.Sts(
            keys, "AssumeRoleWithWebIdentity", ("RoleArn", StsHost.Role), ("RoleSessionName", "s1"), ("WebIdentityToken", "token"));

        answer.Status.Should().Be(200, answer.Text);
    }

    [Fact]
    public async Task Assume_WithATokenThatHasExpired_IsRefused()
    {
        var answer = await Assume(Jwt($$"""{"sub":"someone","exp":{{Now}}}"""));

        // awslabs/aws-orbit-workbench #771.
        (answer.Status, answer.Element("Code"), answer.Element("Message")).Should().Be((400, "ExpiredTokenException",
            $"Token expired: current date/time {Now} must be before the expiration date/time{Now}"));
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("header.W10.signature")]
    [InlineData("header.bm90IGpzb24.signature")]
    public async Task Assume_WithAJwtThatCannotBeRead_IsRefused(string token)
    {
        var answer = await Assume(token);

        (answer.Status, answer.Element("Code"), answer.Element("Message")).Should().Be((400, "InvalidIdentityToken",
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"));
    }

    [Theory]
    [InlineData("nothing-valid-in-here", 400, "ValidationError", "Request ARN is invalid")]
    [InlineData("arn:aws:iam::444455556666:user/deployer", 403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity")]
    public async Task Assume_ArnThatIsNotThatOfARole_IsRefused(string arn, int status, string code, string text)
    {
        var answer = await host.Sts(
            null, "AssumeRoleWithWebIdentity", ("RoleArn", arn), ("RoleSessionName", "s1"), ("WebIdentityToken", "token"));

        (answer.Status, answer.Element("Code"), answer.Element("Message")).Should().Be((status, code, text));
    }

    private long Now => host.Time.GetUtcNow().ToUnixTimeSeconds();

    private Task<Answer> Assume(string token, params (string Name, string Value)[] more) => host.Sts(
        null, "AssumeRoleWithWebIdentity",
        [("RoleArn", StsHost.Role), ("RoleSessionName", "build-1"), ("WebIdentityToken", token), .. more]);

    private static string Jwt(string claims) => $"eyJhbGciOiJSUzI1NiJ9.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";
}
