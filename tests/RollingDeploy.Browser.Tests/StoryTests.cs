using RollingDeploy.Browser.Tests.Stage;
using RollingDeploy.Tests.Shared;

namespace RollingDeploy.Browser.Tests;

/// <summary>The whole story from the page: what a newcomer sees first.</summary>
public sealed class StoryTests(BrowserFixture browser)
{
    [Fact]
    public async Task Story_FromTheEmptyPage_IsWatchedUntilTheRollback()
    {
        await using var window = await browser.Open();
        var page = await window.Tab();

        await page.GetByRole(AriaRole.Button, new() { Name = "Run the story" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "demo", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".bake-panel")).ToContainTextAsync("left in bake 1 of 4");
        await Expect(page.Locator(".fleet.new .tile.baking")).ToHaveCountAsync(1);
        await Expect(page.Locator(".fleet.new .fleet-share")).ToContainTextAsync("25 %");
        var speed = page.Locator("input[name=speed]");
        await speed.FillAsync("200");
        await speed.PressAsync("Enter");
        await Expect(page.Locator(".alarm-head")).ToContainTextAsync("ALARM");
        await Expect(page.Locator(".page-head .banner")).ToContainTextAsync(
            "rolled back because the following CloudWatch alarm(s) were in ALARM state: demo-errors");
        await Expect(page.Locator(".strip.rollback .step.done")).ToHaveCountAsync(3);
        await Expect(page.Locator(".title-line .pill")).ToContainTextAsync("InService");
        await Expect(page.Locator(".fleet.old .tile.serving")).ToHaveCountAsync(4);
        await Expect(page.Locator(".fleet.new .tile.gone")).ToHaveCountAsync(2);
        await Expect(page.Locator(".journal")).ToContainTextAsync("Everything is as it was before the deployment.");
        await Expect(page.Locator(".past li").First).ToContainTextAsync("Rolled back");
    }

    [Fact]
    public async Task Story_OfOthers_IsFoundFromAnEmptyPlace()
    {
        await using var window = await browser.Open();
        await using var other = await browser.Open();
        await other.Account.HasEndpoint();
        var page = await window.Tab();

        await page.GetByRole(AriaRole.Link, new() { Name = $"Account {other.Account.Id}, us-east-1" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "demo", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Story_StoppedInItsRollback_IsThePictureOfTheReadme()
    {
        await using var window = await browser.Open();
        var page = await window.Tab();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run the story" }).ClickAsync();
        await Expect(page.Locator(".bake-panel")).ToBeVisibleAsync();
        await window.Account.Ours("PUT clock", """{"mode":"frozen"}""");
        await window.Account.Advance("""{"until":{"alarm":"demo-errors","state":"ALARM"}}""");
        await window.Account.Advance("""{"seconds":20}""");

        await Expect(page.Locator(".strip.rollback .step.active")).ToContainTextAsync("Launch");
        await Expect(page.Locator(".fleet.old .tile.booting")).ToHaveCountAsync(1);
        await Expect(page.Locator(".alarm .breaching")).ToHaveCountAsync(1);
        await page.SetViewportSizeAsync(1280, 1350);
        var picture = await page.ScreenshotAsync(new() { Path = Screenshots.PathOf("picture") });

        picture.Length.Should().BeLessThan(200_000);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is "1")
        {
            await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "dashboard.png"), picture);
        }
    }
}
