using System.Diagnostics;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>A real terminal of a given size: a pane of tmux.</summary>
internal sealed class Pane : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _socket = $"rollingdeploy-{Guid.NewGuid():N}";

    private Pane()
    {
    }

    /// <summary>Why the tests that need tmux are skipped; null if they are not.</summary>
    public static string? WhyNot { get; } =
        Environment.GetEnvironmentVariable("CI") is null or "" && !Installed.Has("tmux") ? "tmux is not installed." : null;

    public static async Task<Pane> Open(int width, int height, string variables = "")
    {
        var pane = new Pane();
        await pane.Tmux("-f", "/dev/null", "new-session", "-d", "-x", $"{width}", "-y", $"{height}", $"env PS1='ready> ' {variables} bash --norc --noprofile");
        await pane.Shows("ready>");
        return pane;
    }

    public Task Type(string line) => Tmux("send-keys", line, "Enter");

    public Task Interrupt() => Tmux("send-keys", "C-c");

    public Task Resize(int width, int height) => Tmux("resize-window", "-x", $"{width}", "-y", $"{height}");

    public async Task<bool> HasCursor() => (await Tmux("display", "-p", "#{cursor_flag}")).Trim() == "1";

    public async Task<string> Capture() => (await Tmux("capture-pane", "-p")).TrimEnd();

    /// <summary>Waits until the pane shows all of these texts, and returns what it shows.</summary>
    public Task<string> Shows(params string[] texts) => ShowsWithout("\0", texts);

    /// <summary>Waits until the pane shows all of these texts, and another one no more.</summary>
    public async Task<string> ShowsWithout(string gone, params string[] texts)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var screen = await Capture();
            if (texts.All(text => screen.Contains(text, StringComparison.Ordinal))
                && !screen.Contains(gone, StringComparison.Ordinal))
            {
                return screen;
            }

            (waited.Elapsed < Patience).Should().BeTrue("the pane shows {0}, but it shows:\n{1}", texts, screen);
        }
    }

    public void Dispose() => Tmux("kill-server").GetAwaiter().GetResult();

    private async Task<string> Tmux(params string[] arguments)
    {
        var start = new ProcessStartInfo("tmux", ["-u", "-L", _socket, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("TMUX");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.ExitCode.Should().Be(0, "tmux {0}: {1}", arguments[0], await errors);
        return await output;
    }
}
