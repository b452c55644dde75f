using RollingDeploy.Browser.Tests.Stage;
using RollingDeploy.Conformance;

namespace RollingDeploy.Browser.Tests;

/// <summary>The stream: many tabs, a server that goes away, and a world that is reset.</summary>
public sealed class ConnectionTests(BrowserFixture browser)
{
    [Fact]
    public async Task Tabs_EightAtOnce_AllStayLive()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        await window.Account.HasAlarm();
        var tabs = new List<IPage>();
        for (var i = 0; i < 8; i++)
        {
            tabs.Add(await window.Tab(i % 2 == 0 ? "endpoints/demo" : ""));
        }

        await window.Account.Updates();
        await window.Account.Advance("""{"seconds":30}""");

        foreach (var (tab, i) in tabs.Select((tab, i) => (tab, i)))
        {
            await Expect(tab.Locator(".clock-time")).ToHaveTextAsync("00:00:35");
            await Expect(tab.Locator(i % 2 == 0 ? ".bake-panel" : ".step-cell")).ToContainTextAsync(i % 2 == 0 ? "bake 1 of 4" : "Baking for 120 s.");
        }
    }

    [Fact]
    public async Task Tab_ThatIsHidden_HearsNothingAndIsCurrentWhenItIsShownAgain()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        var (hidden, other) = (await window.Tab(), await window.Tab());
        await Show(hidden, "hidden");

        await window.Account.Advance("""{"seconds":3600}""");
        await Expect(other.Locator(".clock-time")).ToHaveTextAsync("01:00:05");
        await Expect(hidden.Locator(".clock-time")).ToHaveTextAsync("00:00:05");
        await Show(hidden, "visible");

        await Expect(hidden.Locator(".clock-time")).ToHaveTextAsync("01:00:05");
    }

    // A browser without a screen shows all of its tabs, so the page is told.
    private static async Task Show(IPage tab, string state) => await tab.EvaluateAsync($$"""
        Object.defineProperty(document, "visibilityState", { value: "{{state}}", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        """);

    [Fact]
    public async Task Server_KilledAndStartedAgain_IsMissedAndGoesOnWhereItWas()
    {
        var state = Path.Combine(Path.GetTempPath(), $"dashboard-{Guid.NewGuid():N}.db");
        (string Name, string Value)[] settings = [("StatePath", state)];
        var host = await HostProcess.Start(settings);
        try
        {
            await using var window = await browser.Open(url: host.Url);
            window.LosesServer = true;
            await window.Account.HasEndpoint();
            await window.Account.HasAlarm();
            await window.Account.Updates();
            await window.Account.Advance("""{"seconds":30}""");
            var page = await window.Tab("endpoints/demo");
            await Expect(page.Locator(".bake-panel")).ToBeVisibleAsync();

            await host.Kill();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("RollingDeploy does not answer.");
            await Expect(page.Locator(".bake-panel")).ToBeVisibleAsync();
            await host.DisposeAsync();
            host = await HostProcess.StartAt(host.Url, settings);

            await Expect(page.Locator(".connection")).ToContainTextAsync("Live");
            await window.Account.Advance("""{"seconds":130}""");
            await Expect(page.Locator(".bake-panel")).ToContainTextAsync("bake 2 of 4");
        }
        finally
        {
            await host.DisposeAsync();
            File.Delete(state);
        }
    }

    [Fact]
    public async Task World_ResetWhileItIsShown_IsShownEmptyAndThenNew()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        var page = await window.Tab();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "demo", Exact = true })).ToBeVisibleAsync();

        await window.Account.Ours("POST reset");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Run the story" })).ToBeVisibleAsync();
        await window.Account.HasEndpoint("again");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "again", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Clock_AdvancedByOthers_IsShown()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        var page = await window.Tab();
        await Expect(page.Locator(".clock-time")).ToHaveTextAsync("00:00:05");

        await window.Account.Advance("""{"seconds":3600}""");

        await Expect(page.Locator(".clock-time")).ToHaveTextAsync("01:00:05");
    }
}
