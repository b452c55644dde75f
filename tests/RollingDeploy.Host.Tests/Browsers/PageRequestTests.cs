using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Browsers;

/// <summary>What web pages send, through the whole host.</summary>
public sealed class PageRequestTests(TestHost host)
{
    private const string Reset = "POST /_rollingdeploy/reset";
    private const string Clock = "GET /_rollingdeploy/clock";
    private const string Link = "navigate document";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData(Reset, null, null)]
    [InlineData(Reset, "same-origin", "http://localhost")]
    [InlineData(Reset, "none", null)]
    [InlineData(Reset, null, "http://localhost")]
    [InlineData(Reset, null, "http://LOCALHOST:80")]
    [InlineData("GET /swagger/index.html", "cross-site", null, Link)]
    [InlineData("GET /openapi/v1.json", "same-site", null, Link)]
    public async Task Request_OfAClientAPageOfOursOrALink_IsServed(
        string call, string? site, string? origin, string? navigation = null) =>
        (await Send(call, site, origin, navigation)).Status.Should().BeOneOf(200, 204);

    [Theory]
    [InlineData(Reset, "cross-site", "https://evil.example")]
    [InlineData(Reset, "same-site", "http://localhost:3000")]
    [InlineData(Reset, "cross-site", null)]
    [InlineData(Reset, "cross-site", "http://localhost", Link)]
    [InlineData(Reset, "cross-site, same-origin", null)]
    [InlineData(Reset, null, "https://evil.example")]
    [InlineData(Reset, null, "http://localhost:3000")]
    [InlineData(Reset, null, "null")]
    [InlineData(Reset, null, "http://localhost,https://evil.example")]
    [InlineData("PUT /_rollingdeploy/clock", null, "https://evil.example")]
    [InlineData("DELETE /_rollingdeploy/faults/fault-000001", null, "https://evil.example")]
    [InlineData("OPTIONS /_rollingdeploy/reset", "cross-site", "https://evil.example")]
    [InlineData(Clock, "cross-site", null)]
    [InlineData(Clock, "same-site", null, "no-cors image")]
    [InlineData(Clock, "cross-site", null, Link)]
    [InlineData("GET /_RollingDeploy/clock", "cross-site", null, Link)]
    [InlineData("GET /swagger/index.html", "cross-site", null, "navigate iframe")]
    [InlineData("GET /swagger/index.html", "cross-site", null, "no-cors document")]
    [InlineData("POST /swagger/index.html", "cross-site", null, Link)]
    [InlineData("GET /openapi/v1.json", "cross-site", null, "cors empty")]
    [InlineData("GET /health", null, "https://evil.example")]
    [InlineData("GET /nothing", "cross-site", null)]
    public async Task Request_OfAnotherPage_IsRefusedAndNamesTheSetting(
        string call, string? site, string? origin, string? navigation = null)
    {
        var answer = await Send(call, site, origin, navigation);

        answer.Status.Should().Be(403);
        answer.ContentType.Should().StartWith("application/problem+json");
        answer.At("detail").Should().Contain("--RollingDeploy:AllowedOrigins:0=http");
        answer.Header("Access-Control-Allow-Origin").Should().BeNull();
    }

    [Fact]
    public async Task Request_WithSeveralOrigins_IsRefused() =>
        (await _account.Send(HttpMethod.Post, "/_rollingdeploy/reset", null, null, ("Origin", "http://localhost"), ("Origin", "http://localhost")))
            .Status.Should().Be(403);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:4566")]
    [InlineData("127.0.0.1.nip.io")]
    public async Task Request_ByAnotherHost_IsRefusedAndNamesTheSetting(string name)
    {
        foreach (var call in (string[])[Reset, Clock, "GET /swagger/index.html", "GET /health", "GET /nothing"])
        {
            var answer = await Send(call, "same-origin", null, null, ("Host", name));

            answer.Status.Should().Be(403, call);
            answer.At("detail").Should().Contain($"--RollingDeploy:AllowedHosts:0={name.Split(':')[0]}.");
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:4566")]
    public async Task Request_ByAHostThatIsAllowed_IsServed(string name)
    {
        await using var open = TestHost.With(("RollingDeploy:AllowedHosts:0", "Evil.example"));

        var answer = await open.NewAccount().Send(HttpMethod.Get, "/health", null, null, ("Host", name));

        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task Reset_ByAnotherPage_ChangesNothing()
    {
        await _account.HasModel();
        var before = WorldPrinter.Print(_account);

        await _account.Send(HttpMethod.Post, $"/_rollingdeploy/reset?account={_account.Id}", "a=b", "text/plain", ("Origin", "http://localhost:3000"));

        WorldPrinter.Print(_account).Should().Be(before);
    }

    private Task<Answer> Send(
        string call, string? site, string? origin, string? navigation, params (string Name, string Value)[] more)
    {
        (string Name, string? Value)[] headers =
        [
            ("Sec-Fetch-Site", site), ("Origin", origin), ("Sec-Fetch-Mode", navigation?.Split(' ')[0]), ("Sec-Fetch-Dest", navigation?.Split(' ')[1]),
        ];
        return _account.Send(new HttpMethod(call.Split(' ')[0]), $"{call.Split(' ')[1]}?account={_account.Id}", null, null,
            [.. headers.Where(header => header.Value is not null).Select(header => (header.Name, header.Value!)), .. more]);
    }
}
