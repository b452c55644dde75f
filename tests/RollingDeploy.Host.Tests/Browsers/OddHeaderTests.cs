using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Browsers;

/// <summary>Headers that no client of .NET's sends, over a real socket.</summary>
public sealed class OddHeaderTests(SocketHost host) : IClassFixture<SocketHost>
{
    [Theory]
    [InlineData("Origin:")]
    [InlineData("Sec-Fetch-Site:")]
    [InlineData("Origin: http://localhost:80\nOrigin: http://localhost:80")]
    [InlineData("Sec-Fetch-Site: none\nSec-Fetch-Site: same-origin")]
    public async Task Request_WithHeadersOfABrowserThatAreOdd_IsRefused(string headers) =>
        (await host.Send($"POST /_rollingdeploy/reset HTTP/1.1\nHost: localhost\n{headers}", "")).Status.Should().Be(403);

    [Theory]
    [InlineData("http://localhost/health", "localhost", 200)]
    [InlineData("http://evil.example/health", "evil.example", 403)]
    [InlineData("http://localhost/health", "evil.example", 400)]
    public async Task Request_WithAWholeAddress_IsJudgedByItsHost(string address, string name, int status) =>
        (await host.Send($"GET {address} HTTP/1.1\nHost: {name}", "")).Status.Should().Be(status);

    [Fact]
    public async Task Request_WithoutAHost_IsRefused()
    {
        var (status, _, body) = await host.Send("GET /health HTTP/1.0", "");

        status.Should().Be(403);
        body.Should().Contain("The request has no Host header.").And.Contain("RollingDeploy:AllowedHosts");
    }
}
