using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

public sealed class OptionsTests
{
    [Fact]
    public async Task Url_OfAHostWithoutSettings_IsLoopbackAndThePortOfEmulators()
    {
        await using var host = TestHost.With();

        Url(host).Should().Be("http://localhost:4566");
    }

    [Fact]
    public async Task Url_ThatIsSet_Counts()
    {
        await using var host = TestHost.With(("urls", "http://0.0.0.0:8080"));

        Url(host).Should().Be("http://0.0.0.0:8080");
    }

    [Theory]
    [InlineData("RollingDeploy:Clock:Speed", "0", "RollingDeploy:Clock:Speed is 0; it must be more than 0 and at most 1000000.")]
    [InlineData("RollingDeploy:Clock:Speed", "NaN", "RollingDeploy:Clock:Speed is NaN; it must be more than 0 and at most 1000000.")]
    [InlineData("RollingDeploy:Clock:Speed", "1e7", "RollingDeploy:Clock:Speed is 10000000; it must be more than 0 and at most 1000000.")]
    [InlineData("RollingDeploy:Clock:Mode", "frosty", "'frosty' at 'RollingDeploy:Clock:Mode'")]
    [InlineData("RollingDeploy:Clock:Mode", "7", "RollingDeploy:Clock:Mode is 7; it can be Real, Scaled, Frozen or Skip.")]
    [InlineData("RollingDeploy:Clock:Start", "soon", "RollingDeploy:Clock:Start is soon; it must be a time such as 2030-01-01T00:00:00Z")]
    [InlineData("RollingDeploy:Clock:Start", "9999-12-31T23:59:59Z", "RollingDeploy:Clock:Start is 9999-12-31T23:59:59Z; it must be a time such as 2030-01-01T00:00:00Z, from 1970 to 9000.")]
    [InlineData("RollingDeploy:Clock:Start", "1969-12-31T23:59:59Z", "RollingDeploy:Clock:Start is 1969-12-31T23:59:59Z; it must be a time such as 2030-01-01T00:00:00Z, from 1970 to 9000.")]
    [InlineData("RollingDeploy:Fleet:LaunchSeconds", "-1", "RollingDeploy:Fleet:LaunchSeconds is -1; it must be from 0 to 86400 seconds.")]
    [InlineData("RollingDeploy:Fleet:LaunchJitterSeconds", "NaN", "RollingDeploy:Fleet:LaunchJitterSeconds is NaN; it must be from 0 to 86400 seconds.")]
    [InlineData("RollingDeploy:Seed", "-1", "'-1' at 'RollingDeploy:Seed'")]
    [InlineData("RollingDeploy:KeptDeployments", "0", "RollingDeploy:KeptDeployments is 0; it must be at least 1.")]
    [InlineData("RollingDeploy:RollbackStatus", "Deleting", "RollingDeploy:RollbackStatus is Deleting; it can be Updating or RollingBack.")]
    [InlineData("RollingDeploy:Clok:Mode", "frozen", "'Clok'")]
    [InlineData("RollingDeploy:Fleet:LaunchSecond", "1", "'LaunchSecond'")]
    public async Task Start_WithAnImpossibleSetting_FailsAndSaysWhich(string key, string value, string sentence) =>
        (await FailureOf(key, value)).Message.Should().Contain(sentence);

    [Theory]
    [InlineData("RollingDeploy:Behaviors:Image", "*:bad", "RollingDeploy:Behaviors:Image is *:bad, which it cannot be: each entry has a number, from 0 on, such as RollingDeploy:Behaviors:0:Image.")]
    [InlineData("RollingDeploy:Behaviors:0", "x", "RollingDeploy:Behaviors:0 is x, which it cannot be: each entry has a number, from 0 on, such as RollingDeploy:Behaviors:0:Image.")]
    [InlineData("RollingDeploy:ForwardHosts", "x", "RollingDeploy:ForwardHosts is x, which it cannot be: its entries have numbers, from 0 on, such as RollingDeploy:ForwardHosts:0.")]
    [InlineData("RollingDeploy:Clock:Mode", "frosty", "RollingDeploy:Clock:Mode is frosty, which it cannot be: Real, Scaled, Frozen, Skip.")]
    [InlineData("RollingDeploy:Seed", "-1", "RollingDeploy:Seed is -1, which it cannot be.")]
    public async Task Explain_OfAnImpossibleSetting_SaysWhatBelongsThere(string key, string value, string sentence) =>
        StartUp.Explain(await FailureOf(key, value)).Should().Be(sentence);

    [Fact]
    public async Task Start_InAnotherTimeZone_ShowsUtc()
    {
        await using var host = TestHost.With(("RollingDeploy:Clock:Start", "2030-01-01T02:00:00+02:00"));
        var account = host.NewAccount();

        (await account.Ours("PUT clock", """{"now":"2020-01-01T00:00:00Z"}""")).At("detail").Should().Contain("2030-01-01T00:00:00");
    }

    [Fact]
    public async Task Start_WithoutAStart_ShowsTheWallClock()
    {
        await using var host = TestHost.With(("RollingDeploy:Clock:Start", ""));

        (await host.NewAccount().Ours("GET clock")).At("now").Should().Be("2029-06-01T00:00:00Z");
    }

    [Fact]
    public async Task Fleet_WithOtherTimings_TakesThem()
    {
        await using var host = TestHost.With(("RollingDeploy:Fleet:LaunchSeconds", "60"));
        var account = host.NewAccount();

        await account.HasEndpoint();

        (await account.Ours("GET clock")).At("now").Should().Be("2030-01-01T00:01:00Z");
    }

    [Fact]
    public async Task Deployments_BeyondWhatIsKept_AreForgotten()
    {
        await using var host = TestHost.With(("RollingDeploy:KeptDeployments", "2"));
        var account = host.NewAccount();
        await account.HasEndpoint();

        foreach (var config in (string[])["green", "blue", "green"])
        {
            await account.Updates(config: config);
            await account.AdvanceUntil("InService");
        }

        (await account.Ours("GET endpoints/demo/deployments")).Each("", "id").Should().Equal("d-000004", "d-000003");
    }

    private static async Task<Exception> FailureOf(string key, string value)
    {
        var builder = WebApplication.CreateBuilder([$"--{key}={value}"]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.AddSimulation();
        await using var app = builder.Build();
        var start = () => app.StartAsync();
        return (await start.Should().ThrowAsync<Exception>()).Which;
    }

    private static string? Url(TestHost host) => host.Services.GetRequiredService<IConfiguration>()["urls"];
}
