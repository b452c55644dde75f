using System.Text.Json;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary><c>rollingdeploy plan</c> and <c>rollingdeploy report</c>.</summary>
public sealed class PlanCommandTests(CommandScene scene) : IClassFixture<CommandScene>, IDisposable
{
    private const string Rolling = """
        {"DeploymentConfig":{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"CAPACITY_PERCENT","Value":10},"WaitIntervalInSeconds":300}}}
        """;

    private readonly CommandAccount _account = scene.NewAccount();
    private readonly string _folder = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;

    public void Dispose()
    {
        _account.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Plan_OfAFleet_PrintsStepsPoliciesAndWarnings()
    {
        var ended = await _account.Run($"plan {Saved(Rolling)} --instance-type ml.m5.xlarge --instances 2");

        ended.ExitCode.Should().Be(0);
        ended.Output.Should().StartWith("""
            rolling: launch 1 | shift 1 | bake 300s | retire 1 | launch 1 | shift 1 | bake 300s | retire 1

            Starts       Takes  Step       Old  New  New traffic
            0 s          5 s    launch 1   2    1    0 %
            5 s          1 s    shift 1    2    1    50 %
            6 s          5 min  bake 300s  2    1    50 %
            5 min 6 s    1 s    retire 1   1    1    50 %
            5 min 7 s    5 s    launch 1   1    2    50 %
            5 min 12 s   1 s    shift 1    1    2    100 %
            5 min 13 s   5 min  bake 300s  1    2    100 %
            10 min 13 s  1 s    retire 1   0    2    100 %

            Policy                   Shortest     Longest      Peak  Fewest in service  Instance hours  More than now  Dollars  Settings
            rolling                  10 min 14 s  10 min 14 s  3     2                  0.51            0.17           $0.12    as requested
            """.ReplaceLineEndings("\n"));
        ended.Output.Should().EndWith("1 warning.\n");
    }

    [Fact]
    public async Task Plan_WithWarnings_CanFail()
    {
        var file = Saved(Rolling);

        var lenient = await _account.Run($"plan {file} --instance-type ml.m5.xlarge --instances 2 --json");
        var strict = await _account.Run($"plan {file} --instance-type ml.m5.xlarge --instances 2 --fail-on-warnings");
        var fine = await _account.Run($"plan {file} --instance-type ml.m5.xlarge --instances 10 --fail-on-warnings");

        lenient.ExitCode.Should().Be(0);
        JsonDocument.Parse(lenient.Output).RootElement.GetProperty("warnings")[0].GetProperty("kind").GetString()
            .Should().Be("percentRoundsToOneInstance");
        strict.ExitCode.Should().Be(2);
        fine.ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("{", "*is not valid JSON*")]
    [InlineData("[]", "*is not a JSON object*")]
    [InlineData("{}", "*2 validation errors detected*")]
    [InlineData("""{"EndpointName":"nope","EndpointConfigName":"green"}""", "*Could not find endpoint*")]
    public async Task Plan_OfNonsense_SaysWhatIsWrong(string body, string error)
    {
        var ended = await _account.Run($"plan {Saved(body)}");

        ended.ExitCode.Should().Be(1);
        ended.Output.Should().BeEmpty();
        ended.Errors[0].Should().Match(error);
    }

    [Fact]
    public async Task Report_OfTheNewestDeployment_IsMarkdown()
    {
        await _account.CreateDemo();
        await _account.Update();
        var running = await _account.Run("report demo");
        await _account.RollBack();

        var ended = await _account.Run("report demo");
        var asked = await _account.Run("report demo --deployment d-000002");
        var json = await _account.Run("report demo --json");
        var unknown = await _account.Run("report other");

        running.Output.Should().StartWith("# Deployment d-000001 of endpoint demo: succeeded\n");
        ended.Output.Should().StartWith("# Deployment d-000002 of endpoint demo: rolled back\n").And.Contain("```mermaid\ngantt\n");
        asked.Output.Should().Be(ended.Output);
        JsonDocument.Parse(json.Output).RootElement.GetProperty("report").GetString()!.TrimEnd().Should().Be(ended.Output.TrimEnd());
        unknown.ExitCode.Should().Be(1);
        unknown.Errors.Should().ContainSingle().Which.Should().Contain("There is no endpoint 'other'");
    }

    private string Saved(string text)
    {
        var path = Path.Combine(_folder, "update.json");
        File.WriteAllText(path, text);
        return path;
    }
}
