using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Browsers;

public sealed class BrowserOptionsTests
{
    [Theory]
    [InlineData("http://emulator.example.com")]
    [InlineData("emulator.example.com:4566")]
    [InlineData("*")]
    [InlineData("")]
    public void Problems_OfAHostThatIsNone_SaySo(string host) =>
        new RollingDeployOptions { AllowedHosts = ["a.example", host] }.Problems().Should().Equal(
            $"RollingDeploy:AllowedHosts has {host}; it must be a host's name or address, without a port.");

    [Theory]
    [InlineData("http://localhost:3000/")]
    [InlineData("localhost:3000")]
    [InlineData("null")]
    [InlineData("*")]
    [InlineData("")]
    public void Problems_OfAnOriginThatIsNone_SaySo(string origin) =>
        new RollingDeployOptions { AllowedOrigins = ["http://localhost:3000", origin] }.Problems().Should().Equal(
            $"RollingDeploy:AllowedOrigins has {origin}; it must be an origin such as http://localhost:3000, without a path.");
}
