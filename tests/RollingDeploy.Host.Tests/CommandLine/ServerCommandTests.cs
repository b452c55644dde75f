using System.Text.Json;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>The short commands for a running server, as processes.</summary>
public sealed class ServerCommandTests(CommandScene scene) : IClassFixture<CommandScene>, IDisposable
{
    private readonly CommandAccount _account = scene.NewAccount();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Advance_ByADurationOrUntilAStatus_SaysWhereItIs()
    {
        await _account.CreateDemo();
        await _account.Run("clock set --now 2040-01-01");
        await _account.Update();

        var five = await _account.Run("advance 1m30s");
        var next = await _account.Run("advance --to-next-event --json");
        var until = await _account.Run("advance --until demo=InService");
        var never = await _account.Run("advance --until-alarm errors=ALARM --limit 60");

        five.Should().BeEquivalentTo(new Ended(0, "2040-01-01T00:01:30Z, 4 journal entries on the way.\n", []));
        JsonDocument.Parse(next.Output).RootElement.GetProperty("reached").GetBoolean().Should().BeTrue();
        until.ExitCode.Should().Be(0);
        never.ExitCode.Should().Be(1);
        never.Output.Should().Contain("was not reached");
    }

    [Theory]
    [InlineData("advance", "Specify exactly one of a duration, --to, --to-next-event and --until.")]
    [InlineData("advance 5m --to-next-event", "Specify exactly one of a duration, --to, --to-next-event and --until.")]
    [InlineData("advance 5x", "duration is 5x; it must be a duration such as *")]
    [InlineData("advance --until demo", "--until is demo; it must be <endpoint=status>.")]
    [InlineData("advance --until demo=InServce", "*InServce*InService*")]
    [InlineData("advance --to 2001-01-01", "2001-01-01T00:00:00Z is before the current virtual time, *")]
    [InlineData("clock set", "Specify at least one of --mode, --speed, --stop-at and --now.")]
    [InlineData("clock set --speed fast", "--speed is fast; it must be a number such as 60.")]
    [InlineData("clock set --mode froze", "*froze*frozen*")]
    [InlineData("clock st", "clock has no argument st. Did you mean set?")]
    [InlineData("faults add insufficient", "*insufficient*insufficientCapacity*")]
    [InlineData("faults remove fault-000009", "*fault-000009*")]
    [InlineData("completion ksh", "There is no script for ksh; use bash, zsh, fish or pwsh.*")]
    public async Task Mistakes_AreToldInASentence(string arguments, string sentence)
    {
        var ended = await (arguments == "completion ksh" ? HostProgram.Run(arguments) : _account.Run(arguments));

        ended.ExitCode.Should().Be(1);
        ended.Output.Should().BeEmpty();
        ended.Errors[0].Should().Match(sentence);
    }

    [Fact]
    public async Task Clock_OfAnAccount_IsShownAndSet()
    {
        var set = await _account.Run("clock set --mode scaled --speed 0.001 --now 2040-01-01");
        var shown = await _account.Run("clock --json");

        set.Output.Should().StartWith("2040-01-01T00:00:00").And.Contain("(scaled, 0.001 virtual seconds per second)");
        JsonDocument.Parse(shown.Output).RootElement.GetProperty("mode").GetString().Should().Be("scaled");
    }

    [Fact]
    public async Task Faults_AreAddedListedAndRemoved()
    {
        await _account.Run("faults add slowLaunch --instance-type ml.m5.large --seconds 900 --when-endpoint demo --when-bake 2");

        var list = await _account.Run("faults");
        var removed = await _account.Run("faults remove fault-000001");
        var none = await _account.Run("faults list");

        list.Output.Should().Be("fault-000001: slowLaunch, instance type ml.m5.large, seconds 900, bake 2, after seconds 0; it has struck 0 times.\n");
        removed.Should().BeEquivalentTo(new Ended(0, "", []));
        none.Output.Should().Be("There are no faults.\n");
    }

    [Fact]
    public async Task Events_ArePrintedAndFollowed()
    {
        await _account.CreateDemo();
        await using var lines = await _account.Begin("events --follow --endpoint demo --after 0");
        await using var json = await _account.Begin("events --follow --kind statusChanged --json --after 0");
        await lines.Prints("demo: The status is Creating.");

        await _account.Update();
        await lines.Prints("demo: Launching 2 new instance(s).");
        await json.Prints("\"Updating\"");
        var page = await _account.Run("events --endpoint demo --json");

        json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString())
            .Should().OnlyContain(kind => kind == "statusChanged");
        JsonDocument.Parse(page.Output).RootElement.GetProperty("events").GetArrayLength().Should().BeGreaterThan(5);
        (await lines.Stop()).Should().Be(0);
    }

    [Fact]
    public async Task Events_WithControlCharactersInNames_ShowThem()
    {
        await _account.Call("cloudwatch/PutMetricAlarm", """
            {"AlarmName":"<b>[red]\u202egpj","Namespace":"n","MetricName":"m","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,
             "ComparisonOperator":"GreaterThanThreshold"}
            """);

        var lines = await _account.Run("events");
        var json = await _account.Run("events --json");

        lines.Output.Should().Contain("<b>[red]\\u202egpj").And.NotContain("\u202e");
        json.Output.Should().Contain("<b>[red]\\u202egpj").And.NotContain("\u202e");
    }

    [Fact]
    public async Task Reset_RemovesEverything()
    {
        await _account.CreateDemo();

        var ended = await _account.Run("reset");

        ended.Should().BeEquivalentTo(new Ended(0, "", []));
        (await _account.Run("status demo")).ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task Health_OfAServer_IsOneLineOrADocument()
    {
        var line = await HostProgram.Run("health", ("AWS_ENDPOINT_URL", "http://localhost:1"), ("AWS_ENDPOINT_URL_SAGEMAKER", scene.Server.Url.ToString()));
        var json = await HostProgram.Run($"health --json --endpoint-url {scene.Server.Url}");

        line.ExitCode.Should().Be(0);
        line.Output.Should().StartWith("healthy (RollingDeploy ");
        JsonDocument.Parse(json.Output).RootElement.GetProperty("status").GetString().Should().Be("healthy");
    }

    [Fact]
    public async Task Account_WithoutTheOption_IsThatOfTheAccessKey()
    {
        await HostProgram.Run($"faults add internalError --endpoint-url {scene.Server.Url} --account 777777777777 --region eu-west-1");

        var ended = await HostProgram.Run(
            $"faults --endpoint-url {scene.Server.Url}", ("AWS_ACCESS_KEY_ID", "777777777777"), ("AWS_REGION", "eu-west-1"), ("AWS_DEFAULT_REGION", "us-west-2"));

        ended.Output.Should().StartWith("fault-000001: internalError");
    }

    [Theory]
    [InlineData("watch --help", "rollingdeploy watch <endpoint> [options]")]
    [InlineData("clock set --help", "rollingdeploy clock set [options]")]
    [InlineData("faults --help", "add <kind>")]
    public async Task Help_OfACommand_ListsItsOptions(string arguments, string text)
    {
        var ended = await HostProgram.Run(arguments);

        ended.ExitCode.Should().Be(0);
        ended.Output.Should().ContainAll(text, "--endpoint-url <address>", "--json", "--help");
    }
}
