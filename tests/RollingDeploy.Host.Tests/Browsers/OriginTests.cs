using Microsoft.AspNetCore.Http;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Tests.Browsers;

public sealed class OriginTests
{
    [Theory]
    [InlineData("http://localhost:3000", "http", "localhost", 3000)]
    [InlineData("HTTP://LocalHost:3000", "http", "localhost", 3000)]
    [InlineData("http://localhost", "http", "localhost", 80)]
    [InlineData("https://app.example", "https", "app.example", 443)]
    [InlineData("http://[::1]:3000", "http", "::1", 3000)]
    [InlineData("chrome-extension://abcdef", "chrome-extension", "abcdef", -1)]
    public void Parse_OfAnOrigin_ReadsItsParts(string text, string scheme, string host, int port) =>
        Origin.Parse(text).Should().Be(new Origin(scheme, host, port));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("localhost")]
    [InlineData("localhost:3000")]
    [InlineData("file://")]
    [InlineData("http://localhost:3000/")]
    [InlineData("http://localhost:3000/app")]
    [InlineData("http://localhost:3000?a")]
    [InlineData("http://localhost:3000#a")]
    [InlineData("http://user@localhost:3000")]
    [InlineData("http://a http://b")]
    [InlineData("http://a,http://b")]
    public void Parse_OfAnythingElse_IsNull(string? text) => Origin.Parse(text).Should().BeNull();

    [Fact]
    public void Parse_OfAHugeText_IsNull() => Origin.Parse("http://" + new string('a', 30_000)).Should().BeNull();

    [Theory]
    [InlineData("http://localhost:4566", "localhost:4566", true)]
    [InlineData("http://localhost:4566", "LocalHost.:4566", true)]
    [InlineData("http://localhost", "localhost", true)]
    [InlineData("https://emulator.internal", "emulator.internal", true)]
    [InlineData("http://[::1]:4566", "[0:0:0:0:0:0:0:1]:4566", true)]
    [InlineData("http://localhost:3000", "localhost:4566", false)]
    [InlineData("http://localhost", "localhost:4566", false)]
    [InlineData("http://127.0.0.1:4566", "localhost:4566", false)]
    [InlineData("http://evil.example:4566", "localhost:4566", false)]
    public void IsOf_AHost_ComparesNameAndPort(string origin, string host, bool same) =>
        Origin.Parse(origin)!.IsOf(new HostString(host)).Should().Be(same);
}
