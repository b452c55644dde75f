using RollingDeploy.Browser.Tests.Stage;

namespace RollingDeploy.Browser.Tests;

/// <summary>What can be done on the page of an endpoint.</summary>
public sealed class UpdateTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("Rolling", "RollingUpdatePolicy")]
    [InlineData("Canary", "CanarySize")]
    [InlineData("Linear", "LinearStepSize")]
    [InlineData("All at once", "ALL_AT_ONCE")]
    [InlineData("Default", "EndpointConfigName=\"green\"")]
    public async Task Update_WithEachPolicy_ShowsTheCallAndRuns(string policy, string part)
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        await window.Account.HasAlarm();
        var page = await window.Tab("endpoints/demo");

        await page.GetByRole(AriaRole.Button, new() { Name = policy, Exact = true }).ClickAsync();
        await Expect(page.Locator(".call pre")).ToContainTextAsync(part);
        await page.Locator(".call").GetByRole(AriaRole.Button, new() { Name = "AWS CLI" }).ClickAsync();
        await Expect(page.Locator(".call pre")).ToContainTextAsync("aws sagemaker update-endpoint");
        await page.GetByRole(AriaRole.Button, new() { Name = "Update endpoint" }).ClickAsync();

        await Expect(page.Locator(".title-line .pill")).ToContainTextAsync("Updating");
        await Expect(page.Locator(".steps .step.active")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "To the end" }).ClickAsync();
        await Expect(page.Locator(".title-line .pill")).ToContainTextAsync("InService");
        await Expect(page.Locator(".fleet.new .tile.serving")).ToHaveCountAsync(4);
        await Expect(page.Locator(".fleet.old .tile.gone")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Alarm_SetOnThePage_RollsTheDeploymentBack()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        await window.Account.HasAlarm();
        await window.Account.Updates();
        await window.Account.Advance("""{"seconds":60}""");
        var page = await window.Tab("endpoints/demo");

        await page.GetByRole(AriaRole.Button, new() { Name = "Alarm state" }).ClickAsync();
        await Expect(page.Locator(".call pre")).ToContainTextAsync("cloudwatch.set_alarm_state(");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set state" }).ClickAsync();
        await Expect(page.Locator(".alarm-head")).ToContainTextAsync("ALARM");
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 min" }).ClickAsync();

        await Expect(page.Locator(".journal")).ToContainTextAsync("Rolling back");
        await Expect(page.Locator(".fleet.new .tile.gone")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Fault_AddedAndRemoved_IsListedAndStrikes()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        var page = await window.Tab("endpoints/demo");

        await page.GetByRole(AriaRole.Button, new() { Name = "Faults" }).ClickAsync();
        await Expect(page.Locator(".call pre")).ToContainTextAsync("curl -X POST");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add fault" }).ClickAsync();

        await Expect(page.Locator(".fault-list")).ToContainTextAsync("instanceCrash struck 1 times");
        await Expect(page.Locator(".fleet .tile.booting")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove fault-" }).ClickAsync();
        await Expect(page.Locator(".fault-list")).ToContainTextAsync("There are none.");
    }

    [Fact]
    public async Task Traffic_SentOnThePage_IsShownAndIsInTheAlarmsData()
    {
        await using var window = await browser.Open();
        await window.Account.HasEndpoint();
        await window.Account.HasAlarm();
        var page = await window.Tab("endpoints/demo");

        await page.GetByRole(AriaRole.Button, new() { Name = "Traffic" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send traffic" }).ClickAsync();

        await Expect(page.Locator(".page-head")).ToContainTextAsync("50 requests a second");
        await window.Account.Advance("""{"seconds":180}""");
        await Expect(page.Locator(".alarm .dot").First).ToBeVisibleAsync();
    }
}
