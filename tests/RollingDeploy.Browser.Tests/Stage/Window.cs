namespace RollingDeploy.Browser.Tests.Stage;

/// <summary>A window of the browser with its tabs. At its end, no tab may have written an error to its console.</summary>
internal sealed class Window(IBrowserContext context, Account account) : IAsyncDisposable
{
    private readonly List<string> _problems = [];

    public Account Account => account;

    /// <summary>Whether errors of the network are expected, because the test stops the server.</summary>
    public bool LosesServer { get; set; }

    /// <summary>Opens a tab.</summary>
    public async Task<IPage> Tab(string place = "")
    {
        var tab = await context.NewPageAsync();
        tab.PageError += (_, error) => _problems.Add(error);
        tab.Console += (_, line) => Hear(line);
        await tab.GotoAsync(account.Page(place));
        await Expect(tab.Locator(".connection")).ToContainTextAsync("Live");
        return tab;
    }

    /// <summary>Opens Swagger UI. Its calls are those of the account of the server.</summary>
    public async Task<IPage> Swagger()
    {
        var tab = await context.NewPageAsync();
        tab.PageError += (_, error) => _problems.Add(error);
        await tab.GotoAsync(new Uri(account.Url, "/swagger/index.html").ToString());
        await Expect(tab.Locator(".info .title")).ToBeVisibleAsync();
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        account.Dispose();
        _problems.Should().BeEmpty("a page writes no errors to its console, and nothing is against its policy");
    }

    private void Hear(IConsoleMessage line)
    {
        // The browser reports an error answer of the server as an error of the page too.
        if (line.Type is "error" && !line.Text.Contains("status of 404", StringComparison.Ordinal)
            && !(LosesServer && line.Text.Contains("net::ERR", StringComparison.Ordinal)))
        {
            _problems.Add(line.Text);
        }
    }
}
