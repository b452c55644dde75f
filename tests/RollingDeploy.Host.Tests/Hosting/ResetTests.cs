using RollingDeploy.Core.Events;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

public sealed class ResetTests
{
    [Fact]
    public async Task Reset_OfAWorldInUse_MakesItAsItWas()
    {
        await using var host = TestHost.With();
        var account = host.NewAccount();
        var before = await account.Ours("GET clock");
        await account.HasEndpoint();
        await account.HasAlarm();
        await account.Ours("POST faults", """{"kind":"insufficientCapacity"}""");
        await account.Ours("PUT clock", """{"mode":"scaled","speed":9}""");

        var answer = await account.Ours("POST reset");

        answer.Status.Should().Be(204);
        (await account.Ours("GET clock")).Text.Should().Be(before.Text);
        (await account.Ours("GET faults")).Text.Should().Be("[]");
        (await account.SageMaker("ListModels", "{}")).Text.Should().Be("""{"Models":[]}""");
        (await account.CloudWatch("DescribeAlarms", "{}")).At("MetricAlarms").Should().Be("[]");
    }

    [Fact]
    public async Task Reset_OfAWorld_IsTheLastEventOfItsEpoch()
    {
        await using var host = TestHost.With();
        var account = host.NewAccount();
        await account.HasModel();
        var before = account.World;

        await account.Ours("POST reset");

        before.Log.After(0, int.MaxValue)[^1].Data.Should().BeOfType<WorldReset>();
        account.World.Log.After(0, int.MaxValue)[0].Should().Match<WorldEvent>(
            first => first.Epoch == before.Log.Epoch + 1 && first.Data is WorldBegan);
    }

    [Fact]
    public async Task Reset_ThenTheSameCalls_GivesTheSameIdsDiceAndJournal()
    {
        await using var host = TestHost.With(("RollingDeploy:Fleet:LaunchJitterSeconds", "30"));
        var account = host.NewAccount();
        var first = await Deploy(account);

        await account.Ours("POST reset");
        var second = await Deploy(account);

        second.Should().Be(first).And.Contain("\"id\":\"d-000002\"");
    }

    [Fact]
    public async Task Reset_InModeReal_KeepsStepWithTheWallClock()
    {
        await using var host = TestHost.With(("RollingDeploy:Clock:Mode", "real"), ("RollingDeploy:Clock:Start", ""));
        var account = host.NewAccount();
        await account.Advances(86_400);

        host.Time.Advance(TimeSpan.FromSeconds(1));
        await account.Ours("POST reset");

        (await account.Ours("GET clock")).At("now").Should().Be("2029-06-01T00:00:01Z");
    }

    [Fact]
    public async Task Reset_OfOneAccount_LeavesTheOthers()
    {
        await using var host = TestHost.With();
        var (one, other) = (host.NewAccount(), host.NewAccount());
        await other.HasModel();

        await one.Ours("POST reset");

        (await other.SageMaker("ListModels", "{}")).Each("Models", "ModelName").Should().Equal("model");
    }

    private static async Task<string> Deploy(Account account)
    {
        await account.HasEndpoint();
        await account.HasAlarm();
        await account.Updates(Policies.Rolling);
        await account.AdvanceUntil("InService");
        return (await account.Ours("GET endpoints/demo/deployments/d-000002")).Text;
    }
}
