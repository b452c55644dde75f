using System.Text.Json;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary><c>rollingdeploy status</c>: its exit codes and its line.</summary>
public sealed class StatusCommandTests(CommandScene scene) : IClassFixture<CommandScene>, IDisposable
{
    private readonly CommandAccount _account = scene.NewAccount();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Status_OfAnEndpointThatWasNeverUpdated_Is0()
    {
        await _account.CreateDemo();

        var ended = await _account.Run("status demo");

        ended.Should().BeEquivalentTo(new Ended(0, "demo: deployment d-000001 (default policy) has succeeded.\n", []));
    }

    [Fact]
    public async Task Status_OfARollback_Is2AndSaysWhy()
    {
        await _account.CreateDemo();
        await _account.Update();
        await _account.RollBack();

        var ended = await _account.Run("status demo");
        var first = await _account.Run("status demo --deployment d-000001");
        var unknown = await _account.Run("status demo --deployment d-000009");

        ended.ExitCode.Should().Be(2);
        ended.Output.Should().StartWith("demo: deployment d-000002 (rolling) was rolled back: ").And.Contain("errors");
        first.ExitCode.Should().Be(0);
        unknown.ExitCode.Should().Be(1);
        unknown.Errors.Should().ContainSingle().Which.Should().Contain("d-000009");
    }

    [Fact]
    public async Task Status_OfARollbackThatFailed_Is3()
    {
        await _account.CreateDemo();
        await _account.Run("faults add insufficientCapacity --fleet old");
        await _account.Update();
        await _account.Advance("""{"seconds":330}""");
        await _account.Call("cloudwatch/SetAlarmState", """{"AlarmName":"errors","StateValue":"ALARM","StateReason":"test"}""");
        await _account.Advance("""{"until":{"endpoint":"demo","status":"UpdateRollbackFailed"}}""");

        var ended = await _account.Run("status demo --json");

        ended.ExitCode.Should().Be(3);
        var document = JsonDocument.Parse(ended.Output).RootElement;
        document.GetProperty("result").GetString().Should().Be("rollbackFailed");
        document.GetProperty("status").GetString().Should().Be("UpdateRollbackFailed");
        document.GetProperty("deployment").GetProperty("id").GetString().Should().Be("d-000002");
    }

    [Fact]
    public async Task Status_UnderAFrozenClock_SaysAtOnceThatTimeStandsStill()
    {
        await _account.CreateDemo();
        await _account.Update();

        var ended = await _account.Run("status demo --timeout 1h");

        ended.ExitCode.Should().Be(1);
        ended.Output.Should().StartWith("Time stands still: the clock is frozen at ")
            .And.Contain("d-000002 (rolling) is in progress").And.Contain("rollingdeploy advance --until demo=InService");
    }

    [Fact]
    public async Task Status_OfADeploymentThatEnds_WaitsForIt()
    {
        await _account.CreateDemo();
        await _account.Update();
        await _account.Run("clock set --mode scaled --speed 400");

        var ended = await _account.Run("status demo --timeout 1m");

        ended.Should().BeEquivalentTo(new Ended(0, "demo: deployment d-000002 (rolling) has succeeded.\n", []));
    }

    [Fact]
    public async Task Status_AtTheEndOfItsTime_Is1()
    {
        await _account.CreateDemo();
        await _account.Update();
        await _account.Run("clock set --mode real");

        var ended = await _account.Run("status demo --timeout 0.5s");

        ended.ExitCode.Should().Be(1);
        ended.Output.Should().StartWith("The time of ").And.Contain("d-000002 (rolling) is in progress");
    }

    [Theory]
    [InlineData("status")]
    [InlineData("watch")]
    public async Task Command_OfAnUnknownEndpoint_IsOneLine(string command)
    {
        var ended = await _account.Run($"{command} nope");
        var hostile = await _account.Run($"{command} \e[31mnope");

        ended.ExitCode.Should().Be(1);
        ended.Output.Should().BeEmpty();
        ended.Errors.Should().ContainSingle().Which.Should().StartWith("There is no endpoint 'nope' in account ");
        hostile.Errors.Should().ContainSingle().Which.Should().Contain("\\u001b[31mnope").And.NotContain("\e");
    }

    [Theory]
    [InlineData("status demo")]
    [InlineData("watch demo")]
    [InlineData("health")]
    public async Task Command_WithoutAServer_IsOneLine(string command)
    {
        var ended = await HostProgram.Run($"{command} --endpoint-url http://localhost:1");

        ended.ExitCode.Should().Be(1);
        ended.Output.Should().BeEmpty();
        ended.Errors.Should().ContainSingle().Which.Should().StartWith("Nothing answers at http://localhost:1. ");
    }

    [Fact]
    public async Task Error_WithJson_IsAProblem()
    {
        var refused = await _account.Run("status nope --json");
        var silent = await HostProgram.Run("status demo --json --endpoint-url http://localhost:1");

        JsonDocument.Parse(refused.Errors[0]).RootElement.GetProperty("status").GetInt32().Should().Be(404);
        JsonDocument.Parse(silent.Errors[0]).RootElement.GetProperty("detail").GetString().Should().StartWith("Nothing answers");
    }

    [Theory]
    [InlineData("status demo --timeout soon", "--timeout is soon; it must be a duration such as 90 (seconds), 60s, 5m, 1h30m or 2d.")]
    [InlineData("status", "Required argument 'endpoint' missing for command: 'status'.")]
    [InlineData("status demo --timout 5s", "status has no argument --timout. Did you mean --timeout?")]
    public async Task Mistakes_AreToldInASentence(string arguments, string sentence)
    {
        var ended = await HostProgram.Run(arguments);

        ended.ExitCode.Should().Be(1);
        ended.Errors[0].Should().Be(sentence);
    }
}
