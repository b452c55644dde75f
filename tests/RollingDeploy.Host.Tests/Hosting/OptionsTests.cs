using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RollingDeploy.Host.CommandLine;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;
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
    [InlineData("RollingDeploy:Clock:Speed", "0", "--RollingDeploy:Clock:Speed is 0; it must be more than 0 and at most 1000000.")]
    [InlineData("RollingDeploy:Clock:Speed", "NaN", "--RollingDeploy:Clock:Speed is NaN; it must be more than 0 and at most 1000000.")]
    [InlineData("RollingDeploy:Clock:Speed", "1e7", "--RollingDeploy:Clock:Speed is 10000000; it must be more than 0 and at most 1000000.")]
    [InlineData("RollingDeploy:Clock:Mode", "frosty", "--RollingDeploy:Clock:Mode is frosty; it must be Real, Scaled, Frozen or Skip.")]
    [InlineData("RollingDeploy:Clock:Mode", "7", "--RollingDeploy:Clock:Mode is 7; it must be Real, Scaled, Frozen or Skip.")]
    [InlineData("RollingDeploy:Clock:Mode", "", "--RollingDeploy:Clock:Mode is empty; it must be Real, Scaled, Frozen or Skip.")]
    [InlineData("RollingDeploy:Clock", "frozen", "--RollingDeploy:Clock is frozen; it is a group of settings, such as --RollingDeploy:Clock:Mode.")]
    [InlineData("RollingDeploy:Clock:Mode:x", "1", "--RollingDeploy:Clock:Mode:x is not a setting. Did you mean --RollingDeploy:Clock:Mode?")]
    [InlineData("RollingDeploy:Clock:Start", "soon", "--RollingDeploy:Clock:Start is soon; it must be a time such as 2030-01-01T00:00:00Z, from 1970 to 9000.")]
    [InlineData("RollingDeploy:Clock:Start", "9999-12-31T23:59:59Z", "--RollingDeploy:Clock:Start is 9999-12-31T23:59:59Z; it must be a time such as 2030-01-01T00:00:00Z, from 1970 to 9000.")]
    [InlineData("RollingDeploy:Clock:Start", "1969-12-31T23:59:59Z", "--RollingDeploy:Clock:Start is 1969-12-31T23:59:59Z; it must be a time such as 2030-01-01T00:00:00Z, from 1970 to 9000.")]
    [InlineData("RollingDeploy:Fleet:LaunchSeconds", "-1", "--RollingDeploy:Fleet:LaunchSeconds is -1; it must be from 0 to 86400 seconds.")]
    [InlineData("RollingDeploy:Fleet:LaunchJitterSeconds", "NaN", "--RollingDeploy:Fleet:LaunchJitterSeconds is NaN; it must be from 0 to 86400 seconds.")]
    [InlineData("RollingDeploy:Fleet:LaunchSeconds", "5s", "--RollingDeploy:Fleet:LaunchSeconds is 5s; it must be a number of seconds, from 0 to 86400.")]
    [InlineData("RollingDeploy:Account", "12", "--RollingDeploy:Account is 12; it must be an account ID of twelve digits.")]
    [InlineData("RollingDeploy:Account", "12341234123x", "--RollingDeploy:Account is 12341234123x; it must be an account ID of twelve digits.")]
    [InlineData("RollingDeploy:Account", "1234123412345", "--RollingDeploy:Account is 1234123412345; it must be an account ID of twelve digits.")]
    [InlineData("RollingDeploy:Account", "١١١١٢٢٢٢٣٣٣٣", "--RollingDeploy:Account is ١١١١٢٢٢٢٣٣٣٣; it must be an account ID of twelve digits.")]
    [InlineData("RollingDeploy:Seed", "-1", "--RollingDeploy:Seed is -1; it must be a whole number, 0 or more.")]
    [InlineData("RollingDeploy:KeptDeployments", "0", "--RollingDeploy:KeptDeployments is 0; it must be at least 1.")]
    [InlineData("RollingDeploy:KeptDeployments", "99999999999", "--RollingDeploy:KeptDeployments is 99999999999; it must be a whole number, 1 or more.")]
    [InlineData("RollingDeploy:BakeAfterLastStep", "yes", "--RollingDeploy:BakeAfterLastStep is yes; it must be true or false.")]
    [InlineData("RollingDeploy:RollbackStatus", "Deleting", "--RollingDeploy:RollbackStatus is Deleting; it must be Updating or RollingBack.")]
    [InlineData("RollingDeploy:Clok:Mode", "frozen", "--RollingDeploy:Clok:Mode is not a setting. Did you mean --RollingDeploy:Clock:Mode?")]
    [InlineData("RollingDeploy:Fleet:LaunchSecond", "1", "--RollingDeploy:Fleet:LaunchSecond is not a setting. Did you mean --RollingDeploy:Fleet:LaunchSeconds?")]
    [InlineData("RollingDeploy:Nothing:Like:It", "1", "--RollingDeploy:Nothing:Like:It is not a setting. The README lists all settings.")]
    [InlineData("Rolling-Deploy:Seed", "1", "--Rolling-Deploy:Seed is not a setting. Did you mean --RollingDeploy:Seed?")]
    [InlineData("RollingDeploy:Behaviors:Image", "*:bad", "--RollingDeploy:Behaviors:Image is *:bad; its entries are numbered from 0, such as --RollingDeploy:Behaviors:0:Image.")]
    [InlineData("RollingDeploy:Behaviors:0", "x", "--RollingDeploy:Behaviors:0 is x; its entries are numbered from 0, such as --RollingDeploy:Behaviors:0:Image.")]
    [InlineData("RollingDeploy:Behaviors:0:Image:x", "y", "--RollingDeploy:Behaviors:0:Image:x is not a setting. Did you mean --RollingDeploy:Behaviors:0:Image?")]
    [InlineData("RollingDeploy:ForwardHosts", "x", "--RollingDeploy:ForwardHosts is x; its entries are numbered from 0, such as --RollingDeploy:ForwardHosts:0.")]
    [InlineData("RollingDeploy:ForwardHosts:0", "x:1", "--RollingDeploy:ForwardHosts has x:1; it must be a host's name or address, without a port.")]
    [InlineData("RollingDeploy:ForwardHosts:0:x", "y", "--RollingDeploy:ForwardHosts:0:x is not a setting. Did you mean --RollingDeploy:ForwardHosts:0?")]
    [InlineData("Logging:Console:LogLevel:Default", "info", "--Logging:Console:LogLevel:Default is info; it must be Trace, Debug, Information, Warning, Error, Critical or None.")]
    [InlineData("RollingDeploy:Clock:Mode", "frozne", "--RollingDeploy:Clock:Mode is frozne; it must be Real, Scaled, Frozen or Skip. Did you mean Frozen?")]
    [InlineData("Fleet:LaunchSeconds", "60", "--Fleet:LaunchSeconds is not a setting. Did you mean --RollingDeploy:Fleet:LaunchSeconds?")]
    [InlineData("ForwardHosts:0", "x", "--ForwardHosts:0 is not a setting. Did you mean --RollingDeploy:ForwardHosts:0?")]
    [InlineData("Behaviors:0:Image", "*", "--Behaviors:0:Image is not a setting. Did you mean --RollingDeploy:Behaviors:0:Image?")]
    [InlineData("Logging:LogLevel:RollingDeploy.Call", "Debug", "--Logging:LogLevel:RollingDeploy.Call is not a log category. Did you mean --Logging:LogLevel:RollingDeploy.Calls?")]
    [InlineData("Logging:Console:LogLevel:RollingDeploy.Deployment", "Debug", "--Logging:Console:LogLevel:RollingDeploy.Deployment is not a log category. Did you mean --Logging:Console:LogLevel:RollingDeploy.Deployments?")]
    [InlineData("RollingDeploy:StatePath", "", "--RollingDeploy:StatePath is empty; it must be the path of a file.")]
    [InlineData("RollingDeploy:Webhooks:0:Kinds", "statusChanged", "RollingDeploy:Webhooks:0:Url is missing; it must be a URL such as http://localhost:8080/events.")]
    [InlineData("RollingDeploy:Webhooks:0:Url", "ftp://localhost/x", "--RollingDeploy:Webhooks:0:Url is ftp://localhost/x; it must be a URL such as http://localhost:8080/events.")]
    [InlineData("RollingDeploy:Webhooks:0:Url", "/events", "--RollingDeploy:Webhooks:0:Url is /events; it must be a URL such as http://localhost:8080/events.")]
    [InlineData("RollingDeploy:Webhooks:0:Url", "http://u:p@localhost/x", "--RollingDeploy:Webhooks:0:Url has a user name or a password, which is not sent. Use a URL such as http://localhost:8080/events.")]
    [InlineData("RollingDeploy:Webhooks:0:Url", "http://example.com/x", "--RollingDeploy:Webhooks:0:Url is http://example.com/x; the server must be on this machine, or on a host in the setting RollingDeploy:ForwardHosts.")]
    [InlineData("RollingDeploy:Webhooks:0:Urls", "http://localhost/x", "--RollingDeploy:Webhooks:0:Urls is not a setting. The settings are Url, Kinds, Format, GiveUpSeconds.")]
    [InlineData("RollingDeploy:Webhooks:Url", "http://localhost/x", "--RollingDeploy:Webhooks:Url is http://localhost/x; its entries are numbered from 0, such as --RollingDeploy:Webhooks:0:Url.")]
    [InlineData("RollingDeploy:Topics:0:Url", "http://localhost/x", "RollingDeploy:Topics:0:Arn is missing; it must be the ARN of a topic, such as arn:aws:sns:us-east-1:000000000000:alarms.")]
    [InlineData("RollingDeploy:Topics:0:Arn", "alarms", "--RollingDeploy:Topics:0:Arn is alarms; it must be the ARN of a topic, such as arn:aws:sns:us-east-1:000000000000:alarms.")]
    [InlineData("RollingDeploy:Topics:0:Arn", "arn:aws:sns:us-east-1:000000000000:alarms", "RollingDeploy:Topics:0:Url is missing; it must be a URL such as http://localhost:8080/events.")]
    public async Task Start_WithAnImpossibleSetting_FailsAndSaysWhatBelongsThere(string key, string value, string sentence) =>
        Failure.Explain(await FailureOf(key, value)).Should().Equal(sentence);

    [Theory]
    [InlineData("RollingDeploy:Behaviors", "")]
    [InlineData("RollingDeploy:ForwardHosts", "")]
    [InlineData("RollingDeploy", "somewhere")]
    [InlineData("RollingDeploy_Cache", "somewhere")]
    [InlineData("rollingdeploy:clock:mode", "FROZEN")]
    [InlineData("Seed", "a variable of somebody else's")]
    [InlineData("Fleet:Size", "4")]
    public void Check_OfWhatIsNoMistake_FindsNone(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        new SettingCheck(configuration).Problems().Should().BeEmpty();
    }

    [Fact]
    public void Table_OfSettings_HasThoseOfTheOptions() =>
        OptionPaths.All.Should().BeSubsetOf(SettingTable.All.Select(setting => setting.Path));

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
        var start = async () =>
        {
            var builder = WebApplication.CreateBuilder([$"--{key}={value}"]);
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.AddSimulation();
            await using var app = builder.Build();
            await app.StartAsync();
        };
        return (await start.Should().ThrowAsync<Exception>()).Which;
    }

    private static string? Url(TestHost host) => host.Services.GetRequiredService<IConfiguration>()["urls"];
}
