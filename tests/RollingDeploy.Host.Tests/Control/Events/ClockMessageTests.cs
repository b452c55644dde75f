using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control.Events;

/// <summary>The messages about the clock in a stream.</summary>
public sealed class ClockMessageTests(TestHost host)
{
    [Fact]
    public async Task Stream_WithTheClock_SendsItAtTheBeginningAndAfterEachChange()
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        await using var stream = await OpenEvents.Open(host, account, "clock=true");

        var first = await NextClock(stream);
        await account.Advances(3600);
        var advanced = await NextClock(stream);
        await account.Ours("PUT clock", """{"mode":"scaled","speed":60}""");
        var scaled = await NextClock(stream);

        first.ToJsonString().Should().Be("""{"now":"2030-01-01T00:00:05Z","mode":"frozen","speed":1,"behindSeconds":0}""");
        advanced["now"]!.GetValue<string>().Should().Be("2030-01-01T01:00:05Z");
        scaled["mode"]!.GetValue<string>().Should().Be("scaled");
        scaled["speed"]!.GetValue<double>().Should().Be(60);
    }

    [Fact]
    public async Task Stream_OfAnAccountThatNobodyHasUsed_SendsTheClockThatItWillBeginWith()
    {
        await using var stream = await OpenEvents.Open(host, host.NewAccount(), "clock=true");

        (await NextClock(stream))["now"]!.GetValue<string>().Should().Be("2030-01-01T00:00:00Z");
    }

    // A message about the clock has no ID, so a client that connects again goes on after its last event.
    private static async Task<JsonNode> NextClock(OpenEvents stream)
    {
        while (true)
        {
            var lines = await stream.NextLines();
            if (lines is ["event: clock", var data])
            {
                return JsonNode.Parse(data["data: ".Length..])!;
            }
        }
    }
}
