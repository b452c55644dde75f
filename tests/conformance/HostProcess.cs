using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace RollingDeploy.Conformance;

/// <summary>The built host as a process of its own, on a free port, with a frozen clock that starts at 2030.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Uri FreePort = new("http://127.0.0.1:0");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The host ended: {Output}"));

        // Also when the tests are stopped from outside.
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>The process.</summary>
    public int Id => _process.Id;

    /// <summary>All that it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="settings">Settings of the section RollingDeploy beyond the clock's, such as <c>Fleet__LaunchSeconds</c>.</param>
    public static Task<HostProcess> Start(params (string Name, string Value)[] settings) => StartOf(Places.Host, settings);

    /// <summary>Starts another program than the one to test.</summary>
    public static Task<HostProcess> StartOf(string program, params (string Name, string Value)[] settings) =>
        StartOf(program, FreePort, settings);

    /// <summary>Starts it at an address, where it was before.</summary>
    public static Task<HostProcess> StartAt(Uri url, params (string Name, string Value)[] settings) =>
        StartOf(Places.Host, url, settings);

    private static async Task<HostProcess> StartOf(string program, Uri url, (string Name, string Value)[] settings)
    {
        string[] command = Path.GetExtension(program) is ".dll" ? ["dotnet", program] : [program];
        var start = new ProcessStartInfo(command[0], [.. command[1..], "--urls", url.GetLeftPart(UriPartial.Authority)])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings.Concat([("Clock__Mode", "frozen"), ("Clock__Start", "2030-01-01T00:00:00Z")]))
        {
            start.Environment[$"RollingDeploy__{name}"] = value;
        }

        var host = new HostProcess(start);
        try
        {
            host._process.Start();
            host._process.BeginOutputReadLine();
            host._process.BeginErrorReadLine();
            host.Url = await host._listening.Task.WaitAsync(Patience);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it has written <paramref name="text"/>: its log comes a little later than its answers.</summary>
    public async Task<bool> Writes(string text)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience;)
        {
            if (Output.Contains(text, StringComparison.Ordinal))
            {
                return true;
            }

            await Task.Delay(20);
        }

        return false;
    }

    /// <summary>
    /// Asks it to stop, as Docker does, and says how long it took; null where it is still there after <paramref name="most"/>.
    /// </summary>
    public async Task<TimeSpan?> Stop(TimeSpan most)
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        try
        {
            await _process.WaitForExitAsync().WaitAsync(most);
            return watch.Elapsed;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Kills it, as <c>kill -9</c> does, and waits until it is gone.</summary>
    public async Task Kill()
    {
        Kill(null, EventArgs.Empty);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(null, EventArgs.Empty);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is not null && Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["url"].Value));
        }
    }

    private void Kill(object? sender, EventArgs e)
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself, or never began.
        }
    }

    [GeneratedRegex("Now listening on: (?<url>http://[^ ]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
