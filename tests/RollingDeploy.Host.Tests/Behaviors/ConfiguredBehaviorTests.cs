using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Behaviors;

public sealed class ConfiguredBehaviorTests
{
    private const string Path = "RollingDeploy:Behaviors:0";

    [Fact]
    public async Task Model_WhoseImageFits_BehavesAsTheLastThatFitsSays()
    {
        await using var host = TestHost.With(
            ($"{Path}:Image", "*:1"), ($"{Path}:ErrorRate", "0.5"), ($"{Path}:LatencyMs", "7"),
            ("RollingDeploy:Behaviors:1:Image", "registry/*"), ("RollingDeploy:Behaviors:1:ErrorRate", "1"),
            ("RollingDeploy:Behaviors:2:Image", "*:other"), ("RollingDeploy:Behaviors:2:ErrorRate", "0"));
        var account = host.NewAccount();
        await account.CreatesModel("ROLLINGDEPLOY_ERROR_RATE", "0.1");
        await account.ServesModel();

        var answer = await account.Ours("GET models/model/behavior");

        answer.At("inEffect.errorRate").Should().Be("1");
        answer.At("inEffect.latencyMs.median").Should().Be("7");
        (await account.Invokes()).Status.Should().Be(424);
        await account.Ours("PUT models/model/behavior", """{"errorRate":0}""");
        (await account.Invokes()).Status.Should().Be(200, "what is said over the route wins, and at once");
    }

    [Theory]
    [InlineData("ErrorRate", "often", $"{Path}:ErrorRate is often; it must be a number from 0 to 1.")]
    [InlineData("EroRate", "1", $"{Path}:EroRate is not a setting. The settings are Image, LatencyMs, LatencyP99Ms, ErrorRate")]
    [InlineData("ForwardTo", "http://example.com", $"{Path}:ForwardTo is http://example.com; it must be on this machine, or on a host in the setting RollingDeploy:ForwardHosts.")]
    public void Problems_OfABehaviorThatMakesNoSense_NameTheSetting(string name, string value, string sentence)
    {
        var options = new RollingDeployOptions { Behaviors = [new() { ["Image"] = "*:bad", [name] = value }] };

        options.Problems().Should().ContainSingle().Which.Should().StartWith(sentence);
    }

    [Fact]
    public void Problems_OfABehaviorWithoutAnImage_SayWhatIsMissing()
    {
        var options = new RollingDeployOptions { Behaviors = [new() { ["ErrorRate"] = "1" }] };

        options.Problems().Should().ContainSingle().Which.Should().Be(
            $"{Path}:Image is missing; it must be a pattern such as *:bad, in which * stands for any text.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData((25 * 1024 * 1024) + 1)]
    public void Problems_OfABodyLimitThatCannotBe_NameTheSetting(int limit)
    {
        var options = new RollingDeployOptions { Runtime = new() { MaxBodyBytes = limit } };

        options.Problems().Should().ContainSingle().Which.Should().Be($"RollingDeploy:Runtime:MaxBodyBytes is {limit}; it must be from 1 to 26214400.");
    }

    [Fact]
    public void Problems_OfAForwardHostWithAPort_NameIt()
    {
        var options = new RollingDeployOptions { ForwardHosts = ["models.internal:80"] };

        options.Problems().Should().ContainSingle().Which.Should().Be(
            "RollingDeploy:ForwardHosts has models.internal:80; it must be a host's name or address, without a port.");
    }

    [Fact]
    public async Task Invoke_BeyondALimitThatWasSet_IsRefused()
    {
        await using var host = TestHost.With(("RollingDeploy:Runtime:MaxBodyBytes", "4"));
        var account = host.NewAccount();

        (await account.Invokes("12345")).Text.Should().Be("HTTP content length exceeded 4 bytes.");
        (await account.Invokes("1234")).Status.Should().Be(400);
    }
}
