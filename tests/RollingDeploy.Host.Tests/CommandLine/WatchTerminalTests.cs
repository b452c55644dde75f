namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary><c>rollingdeploy watch</c> and <c>status</c> in a real terminal.</summary>
public sealed class WatchTerminalTests(CommandScene scene) : IClassFixture<CommandScene>, IDisposable
{
    private readonly CommandAccount _account = scene.NewAccount();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Watch_InATerminal_DrawsATreeThatChanges()
    {
        Assert.SkipWhen(Pane.WhyNot is not null, Pane.WhyNot ?? "");
        await _account.CreateDemo();
        await _account.Update();
        await _account.Advance("""{"seconds":60}""");
        using var pane = await Pane.Open(100, 30);

        await pane.Type($"{HostProgram.ForShell} watch demo {_account.Options}");
        await pane.Shows(
            "demo ◌ Updating", "(frozen)", "Deployment: rolling, ◌ in progress (d-000002)", "Step 3 of 8: bake 300s", "left, time stands still",
            "Old fleet blue: 50% of the traffic", "✔ in service i-000001", "New fleet green: 50%", "? INSUFFICIENT_DATA errors", "Baking for 300 s.");
        await _account.Advance("""{"seconds":250}""");
        await pane.Shows("Step 5 of 8: launch 2", "◌ launching i-000007");
        await _account.Advance("""{"until":{"endpoint":"demo","status":"InService"}}""");
        await pane.Shows("demo ✔ InService", "Fleet green: 100% of the traffic");

        await pane.Interrupt();
        await pane.Shows("ready> ");
        await pane.Type("echo exit $?");
        await pane.Shows("demo ✔ InService", "exit 0");
        (await pane.HasCursor()).Should().BeTrue();
    }

    [Fact]
    public async Task Watch_InANarrowTerminal_FitsAndFollowsItsSize()
    {
        Assert.SkipWhen(Pane.WhyNot is not null, Pane.WhyNot ?? "");
        await _account.CreateDemo();
        await _account.Update();
        using var pane = await Pane.Open(100, 30, "NO_COLOR=1");
        await pane.Type($"{HostProgram.ForShell} watch demo {_account.Options}");
        await pane.Shows("demo ◌ Updating", "Old fleet blue: 100% of the traffic", "✔ in service i-000001");

        await pane.Resize(40, 20);

        // In lines of 40 characters, the type is on a line of its own, and instances are only counted.
        await pane.ShowsWithout("i-000001", "demo ◌ Updating", "AllTraffic: 4 in service\n", "│       (ml.m5.large)");
        var screen = await pane.Capture();
        screen.Split('\n').Should().OnlyContain(line => line.Length <= 40);
        screen.Split("demo ◌ Updating").Should().HaveCount(2, "nothing of the wider picture is left");
    }

    [Fact]
    public async Task Status_InATerminal_IsOneLine()
    {
        Assert.SkipWhen(Pane.WhyNot is not null, Pane.WhyNot ?? "");
        await _account.CreateDemo();
        using var pane = await Pane.Open(120, 10);

        await pane.Type($"clear; {HostProgram.ForShell} status demo {_account.Options}; echo exit $?");

        await pane.Shows("demo: deployment d-000001 (default policy) has succeeded.", "exit 0");
    }
}
