using RollingDeploy.Conformance;

[assembly: AssemblyFixture(typeof(RollingDeploy.Browser.Tests.Stage.BrowserFixture))]

namespace RollingDeploy.Browser.Tests.Stage;

/// <summary>What the tests share: one host, in which every test has an account of its own, and one browser.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static int _accounts;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser; null if there is one.</summary>
    private string? WhyMissing { get; } = Chromium.Path is null
        ? "Chromium is not installed, and these tests need it. Install it with: apt-get install chromium"
        : null;

    internal HostProcess Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (WhyMissing is null)
        {
            Host = await HostProcess.Start();
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            _playwright!.Dispose();
            await Host.DisposeAsync();
        }
    }

    /// <summary>
    /// Opens a window that shows an account that no other test uses. Without a browser, it skips the test, or fails on CI.
    /// </summary>
    internal async Task<Window> Open(ColorScheme theme = ColorScheme.Light, Uri? url = null)
    {
        if (WhyMissing is not null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, WhyMissing);
            Assert.Fail(WhyMissing);
        }

        var context = await _browser!.NewContextAsync(new()
        {
            ColorScheme = theme,
            ViewportSize = new() { Width = 1280, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return new(context, new Account(url ?? Host.Url, $"{Interlocked.Increment(ref _accounts):D12}"));
    }
}

/// <summary>Finds the browser.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The path of the program; null if there is none.</summary>
    public static string? Path { get; } = Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Prepend("/usr/bin").Select(
            folder => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
