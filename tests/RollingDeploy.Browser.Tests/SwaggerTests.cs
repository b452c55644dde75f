using RollingDeploy.Browser.Tests.Stage;

namespace RollingDeploy.Browser.Tests;

/// <summary>Swagger UI: a newcomer finishes the story with nothing but its links and its buttons.</summary>
public sealed class SwaggerTests(BrowserFixture browser)
{
    private const string Another = "SageMaker.CreateEndpointConfig";

    [Fact]
    public async Task Introduction_FollowedLinkByLink_EndsWithTheRollbackAndItsReason()
    {
        await using var window = await browser.Open();
        var page = await window.Swagger();
        var links = await page.Locator(".info a[href^='#/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

        foreach (var link in links)
        {
            await Execute(page, link);
            if (link.EndsWith(Another, StringComparison.Ordinal))
            {
                await Execute(page, link, example: 1);
            }
        }

        links.Should().HaveCount(13);
        await Expect(Block(page, "#/SageMaker/SageMaker.DescribeEndpoint").Locator(".responses-table.live-responses-table"))
            .ToContainTextAsync("were in ALARM state: errors");
        await Expect(Block(page, "#/RollingDeploy/getReport").Locator(".responses-table.live-responses-table"))
            .ToContainTextAsync("rolled back");
    }

    private static async Task Execute(IPage page, string link, int example = 0)
    {
        var block = Block(page, link);
        if (!await block.Locator(".opblock-body").IsVisibleAsync())
        {
            await page.Locator($".info a[href='{link}']").First.ClickAsync();
        }

        await Expect(block.Locator(".opblock-body")).ToBeVisibleAsync();
        if (example > 0)
        {
            await block.Locator(".examples-select-element").First.SelectOptionAsync(new SelectOptionValue { Index = example });
        }

        var answer = page.WaitForResponseAsync(response => !response.Url.Contains("openapi", StringComparison.Ordinal));
        await block.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();
        (await answer).Status.Should().BeInRange(200, 299, link);
    }

    // Swagger UI writes a backslash before each dot of an ID, and a backslash in a selector is written twice.
    private static ILocator Block(IPage page, string link) => page.Locator(
        $"[id='operations-{link[2..].Replace('/', '-').Replace(".", @"\\.", StringComparison.Ordinal)}']");
}
