using System.Text.Json;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary><c>rollingdeploy watch</c> without a terminal: a line for each event.</summary>
public sealed class WatchCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Watch_WithoutATerminal_PrintsALineForEachEvent()
    {
        await using var server = await HostProgram.Start("serve --clock frozen --port 0");
        using var account = new CommandAccount(server.Url, "000000000000");
        await account.CreateDemo();
        await using var watch = await account.Begin("watch demo");
        await watch.Prints("demo: The status is InService.");

        await account.Update();
        await account.RollBack();
        await watch.Prints("demo: The status has changed from Updating to InService.");
        await account.Call("_rollingdeploy/reset", "");

        await watch.Prints("The account is reset to its state at start-up.");
        watch.Output.Should().Contain("demo: Baking for 300 s.").And.NotContain("\e");
        (await watch.Stop()).Should().Be(0);
    }

    [Fact]
    public async Task Watch_UntilDone_EndsAsStatusDoes()
    {
        await using var server = await HostProgram.Start("serve --clock frozen --port 0");
        using var account = new CommandAccount(server.Url, "000000000000");
        await account.CreateDemo();
        await account.Update();
        await using var lines = await account.Begin("watch demo --until-done");
        await using var json = await account.Begin("watch demo --until-done --json");
        await lines.Prints("demo: Launching 2 new instance(s).");
        await json.Prints("\"Updating\"");

        await account.RollBack();

        (await lines.Ends()).Should().Be(2);
        lines.Output.Should().Contain("demo: deployment d-000002 (rolling) was rolled back");
        (await json.Ends()).Should().Be(2);
        json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("summary").GetProperty("name").GetString())
            .Should().OnlyContain(name => name == "demo");
    }

    [Fact]
    public async Task Watch_OfAServerThatGoesAwayAndComesBack_GoesOnWhereItWas()
    {
        var serve = $"serve --clock frozen --state {Path.Combine(_folder, "state.db")} --port";
        var server = await HostProgram.Start($"{serve} 0");
        var port = server.Url.Port;
        using var account = new CommandAccount(server.Url, "000000000000");
        await account.CreateDemo();
        await account.Update();
        await using var watch = await account.Begin("watch demo --until-done");
        await watch.Prints("demo: Launching 2 new instance(s).");

        await server.DisposeAsync();
        await watch.Prints("The server does not answer. Trying again…");
        await using var again = await HostProgram.Start($"{serve} {port}");
        await watch.Prints("The server answers again.");
        await account.Advance("""{"until":{"endpoint":"demo","status":"InService"}}""");

        (await watch.Ends()).Should().Be(0);
        watch.Output.Split('\n').Count(line => line.EndsWith("demo: Launching 2 new instance(s).", StringComparison.Ordinal))
            .Should().Be(2, "the second batch is new, and nothing is told twice");
    }
}
