using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using RollingDeploy.Browser.Tests.Stage;

namespace RollingDeploy.Browser.Tests;

/// <summary>Every page: names that are not harmless, the keyboard, the replay, and what axe finds.</summary>
public sealed class PageTests(BrowserFixture browser)
{
    private const string Evil = "<img src=x onerror=document.title='run'>&amp;\u202e</script>";

    [Fact]
    public async Task Names_WithHtmlAndControlCharacters_AreShownAndNotRun()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        await window.Account.HasAlarm(Evil);
        await window.Account.Aws("cloudwatch/SetAlarmState", new JsonObject
        {
            ["AlarmName"] = Evil,
            ["StateValue"] = "ALARM",
            ["StateReason"] = $"{Evil}\u0007\u0000\u001b[31m",
        }.ToJsonString());

        var page = await window.Tab("endpoints/demo");

        (await page.Locator(".alarm-head h3").TextContentAsync()).Should().Be(Evil);
        await Expect(page.Locator(".alarm > .hint")).ToContainTextAsync("onerror");
        await page.GetByRole(AriaRole.Button, new() { Name = "Alarm state" }).ClickAsync();
        await Expect(page.Locator(".call pre")).ToContainTextAsync("onerror");
        (await page.Locator("main img").CountAsync()).Should().Be(0);
        await page.GotoAsync(window.Account.Page($"endpoints/{Uri.EscapeDataString(Evil)}"));
        await Expect(page.Locator(".empty")).ToContainTextAsync("<img src=x");
        (await page.TitleAsync()).Should().Contain("RollingDeploy");
    }

    [Fact]
    public async Task Replay_ByItsSlider_ShowsEachMoment()
    {
        await using var window = await browser.Open();
        await RollsBack(window.Account);
        var page = await window.Tab("endpoints/demo/deployments/d-000002");
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Journal entry" });

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator(".fleet.new .tile.booting")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator(".slider-now")).ToContainTextAsync("Everything is as it was before the deployment.");
        await Expect(page.Locator(".strip.rollback .step.done")).Not.ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator(".strip .step.pending")).ToHaveCountAsync(16);
        await page.Locator(".journal button").Filter(new() { HasText = "Baking for 120 s." }).First.ClickAsync();
        await Expect(page.Locator(".fleet.new .tile.baking")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Keyboard_Alone_ReachesTheContentAndTheClock()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        var page = await window.Tab();

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Skip", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByRole(AriaRole.Link, new() { Name = "demo", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "demo", Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_InEachTheme_HaveNoSeriousViolationAndFitEachWidth(ColorScheme theme)
    {
        await using var window = await browser.Open(theme);
        var page = await window.Tab();
        await Require(page, "empty", theme);
        await RollsBack(window.Account);
        await window.Account.Aws("cloudwatch/SetAlarmState", """{"AlarmName":"errors","StateValue":"OK","StateReason":"test"}""");
        await window.Account.Updates();
        await window.Account.Advance("""{"seconds":150}""");

        foreach (var (place, name, ready) in ((string, string, string)[])[
            ("", "endpoints", ".endpoints"), ("endpoints/demo", "endpoint", ".bake-panel"),
            ("endpoints/demo/deployments/d-000002", "replay", ".slider"), ("endpoints/none", "missing", ".empty")])
        {
            await page.GotoAsync(window.Account.Page(place));
            await Expect(page.Locator(ready).First).ToBeVisibleAsync();
            await Require(page, name, theme);
        }
    }

    private static async Task Require(IPage page, string name, ColorScheme theme)
    {
        await Expect(page.Locator(".clock-time")).ToBeVisibleAsync();
        var found = await page.RunAxe();
        found.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")
            .Should().BeEmpty($"{name}, {theme}");
        foreach (var width in (int[])[390, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, name);
            await page.ScreenshotAsync(new() { Path = Screenshots.PathOf($"{name}-{width}-{theme}"), FullPage = true });
        }
    }

    private static async Task RollsBack(Account account)
    {
        await account.HasEndpoint();
        await account.HasAlarm();
        await account.Updates();
        await account.Advance("""{"seconds":150}""");
        await account.Aws("cloudwatch/SetAlarmState", """{"AlarmName":"errors","StateValue":"ALARM","StateReason":"test"}""");
        await account.Advance("""{"until":{"endpoint":"demo","status":"InService"}}""");
    }
}
