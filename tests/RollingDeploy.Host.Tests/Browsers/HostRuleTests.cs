using Microsoft.AspNetCore.Http;
using RollingDeploy.Host.Browsers;

namespace RollingDeploy.Host.Tests.Browsers;

public sealed class HostRuleTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:4566")]
    [InlineData("LOCALHOST.")]
    [InlineData("127.0.0.1:4566")]
    [InlineData("192.168.1.20")]
    [InlineData("127.0.0.1.")]
    [InlineData("[::1]:4566")]
    [InlineData("[fe80::1]")]
    [InlineData("emulator:4566")]
    [InlineData("rolling_deploy")]
    [InlineData("host.docker.internal:4566")]
    [InlineData("emulator.svc")]
    [InlineData("rollingdeploy.tests.svc.cluster.local")]
    [InlineData("bucket.localhost:4566")]
    [InlineData("Mac.LOCAL")]
    [InlineData("ci.test.")]
    [InlineData("emulator.example.com:4566")]
    [InlineData("Emulator.Example.COM.")]
    public void Allows_OfANameThatNoPageCanHave_IsTrue(string host) =>
        new HostRule(["emulator.example.com"]).Allows(new HostString(host)).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(":4566")]
    [InlineData("evil.example")]
    [InlineData("evil.example:4566")]
    [InlineData("evil.example.")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("127.0.0.1.nip.io")]
    [InlineData("evillocalhost.com")]
    [InlineData("evil.nottest")]
    [InlineData("x.emulator.example.com")]
    [InlineData("emulator..")]
    public void Allows_OfANameThatAPageCanHave_IsFalse(string host) =>
        new HostRule(["emulator.example.com"]).Allows(new HostString(host)).Should().BeFalse();
}
