using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>What the clock announces as the next event is where the next step lands, all the way through.</summary>
public sealed class NextEventTests
{
    public static TheoryData<string, string, string> Deployments => new()
    {
        { "0", Policies.Rolling, "watching an alarm" },
        { "0", Policies.Linear, "watching an alarm" },
        { "0", Policies.Canary, "watching an alarm" },
        { "0", Policies.AllAtOnce, "watching an alarm" },
        { "30", Policies.Rolling, "instances that launch one by one" },
        { "30", Policies.Linear, "instances that launch one by one" },
    };

    [Theory]
    [MemberData(nameof(Deployments))]
    public async Task ToNextEvent_ThroughAWholeDeployment_LandsWhereNextEventSaid(string jitter, string policy, string because)
    {
        await using var host = TestHost.With(("RollingDeploy:Fleet:LaunchJitterSeconds", jitter));
        var account = host.NewAccount();
        await account.HasEndpoint();
        await account.HasAlarm();
        await account.Updates(policy);
        var steps = 0;

        while ((await account.Ours("GET clock")).At("nextEvent") is { } announced)
        {
            var answer = await account.Ours("POST clock/advance", """{"toNextEvent":true}""");

            answer.At("now").Should().Be(announced, because);
            answer.At("reached").Should().Be("true");
            long.Parse(answer.At("events")!).Should().BePositive();
            steps++;
        }

        (await account.Describes()).At("EndpointConfigName").Should().Be("green");
        steps.Should().BeGreaterThan(3);
    }

    [Fact]
    public async Task ToNextEvent_OnTheWayBackFromALaunch_LandsWhereNextEventSaid()
    {
        await using var host = TestHost.With(("RollingDeploy:Fleet:LaunchSeconds", "400"), ("RollingDeploy:Fleet:LaunchJitterSeconds", "100"));
        var account = host.NewAccount();
        await account.HasEndpoint();
        await account.Updates("""{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":0,"MaximumExecutionTimeoutInSeconds":600}}""");
        var events = new List<string?>();

        while ((await account.Ours("GET clock")).At("nextEvent") is { } announced)
        {
            (await account.Ours("POST clock/advance", """{"toNextEvent":true}""")).At("now").Should().Be(announced);
            events.AddRange((await account.Ours("GET endpoints/demo/journal")).Each("", "event"));
        }

        events.Should().Contain("timedOut");
        (await account.Describes()).At("EndpointConfigName").Should().Be("blue");
    }

    [Fact]
    public async Task ToNextEvent_WithTwoEndpoints_StopsAtTheEarlier()
    {
        await using var host = TestHost.With();
        var account = host.NewAccount();
        await account.HasEndpoint();
        await account.Updates();
        await account.Advances(2);
        await account.Does("CreateEndpoint", """{"EndpointName":"other","EndpointConfigName":"blue"}""");

        var answer = await account.Ours("POST clock/advance", """{"toNextEvent":true}""");

        answer.At("now").Should().Be("2030-01-01T00:00:10Z");
    }
}
