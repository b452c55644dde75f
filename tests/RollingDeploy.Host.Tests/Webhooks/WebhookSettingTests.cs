using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using RollingDeploy.Host.CommandLine;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Webhooks;

/// <summary>A mistake in a webhook's second setting.</summary>
public sealed class WebhookSettingTests
{
    [Theory]
    [InlineData("Kinds", "statusChanged,bakeStart", "Kinds has bakeStart, which is not a kind of event. Use kinds such as statusChanged, with commas between them. Did you mean bakeStarted?")]
    [InlineData("Format", "sns", "Format is sns; it must be native or eventbridge.")]
    [InlineData("Format", "0", "Format is 0; it must be native or eventbridge.")]
    [InlineData("GiveUpSeconds", "soon", "GiveUpSeconds is soon; it must be a number of seconds, from 1 to 86400.")]
    [InlineData("GiveUpSeconds", "0", "GiveUpSeconds is 0; it must be a number of seconds, from 1 to 86400.")]
    public async Task Start_WithAWrongValue_FailsAndSaysWhatBelongsThere(string name, string value, string sentence) =>
        (await FailureOf(("Webhooks:0:Url", "http://localhost:1"), ($"Webhooks:0:{name}", value)))
            .Should().Equal($"--RollingDeploy:Webhooks:0:{sentence}");

    [Fact]
    public async Task Start_WithTheSameUrlTwice_FailsAndSaysSo() =>
        (await FailureOf(("Webhooks:0:Url", "http://localhost:1/x"), ("Webhooks:1:Url", "http://LOCALHOST:1/x")))
            .Should().Equal("--RollingDeploy:Webhooks:1:Url is http://localhost:1/x; another webhook has this URL already.");

    private static async Task<IReadOnlyList<string>?> FailureOf(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder([.. settings.Select(each => $"--RollingDeploy:{each.Key}={each.Value}")]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.AddSimulation();
        await using var app = builder.Build();

        return Failure.Explain((await app.Awaiting(each => each.StartAsync()).Should().ThrowAsync<Exception>()).Which);
    }
}
