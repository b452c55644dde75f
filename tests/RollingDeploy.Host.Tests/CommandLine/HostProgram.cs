using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>How a run of the program ended.</summary>
internal sealed record Ended(int ExitCode, string Output, string[] Errors);

/// <summary>The program as a process of its own, the way in which a user starts it.</summary>
internal sealed partial class HostProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The native binary that this variable names is tested where it is set, and elsewhere the program that lies beside the tests.
    private static readonly string? Native = Environment.GetEnvironmentVariable("ROLLINGDEPLOY_NATIVE") is { Length: > 0 } path ? path : null;
    private static readonly string BesideTheTests = Path.Combine(AppContext.BaseDirectory, "RollingDeploy.Host.dll");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The program ended: {Output}"));
        _ = _listening.Task.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
    }

    public Uri Url { get; private set; } = null!;

    public int Id => _process.Id;

    /// <summary>All that it printed so far.</summary>
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

    /// <summary>Runs it to its end.</summary>
    public static async Task<Ended> Run(string arguments, params (string Name, string Value)[] environment)
    {
        using var process = Process.Start(Describe(arguments, environment))!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(Patience);
            return new(process.ExitCode, await output, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts it and waits until its banner says where it listens.</summary>
    /// <param name="arguments">As typed; no argument here has a space in it.</param>
    /// <param name="folder">The working directory; that of the tests when it is null.</param>
    /// <param name="program">Another copy of the program.</param>
    /// <param name="environment">Variables.</param>
    public static async Task<HostProgram> Start(
        string arguments, string? folder = null, string? program = null, params (string Name, string Value)[] environment)
    {
        var start = Describe(arguments, environment, program);
        start.WorkingDirectory = folder ?? "";
        return await Start(start, host => host._listening.Task.WaitAsync(Patience));
    }

    /// <summary>Starts a command that runs until it is stopped.</summary>
    public static Task<HostProgram> Begin(string arguments) =>
        Start(Describe(arguments, []), _ => Task.FromResult(new Uri("http://localhost")));

    /// <summary>The command that starts it, for a shell.</summary>
    public static string ForShell => Native ?? $"dotnet {BesideTheTests}";

    /// <summary>Starts it where it does not say that it listens.</summary>
    public static async Task<HostProgram> StartSilent(string arguments, string folder)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        free.Stop();
        var start = Describe($"{arguments} --urls {url}", []);
        start.WorkingDirectory = folder;
        return await Start(start, async _ =>
        {
            using var http = new HttpClient();
            for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(20))
            {
                try
                {
                    await http.GetAsync(new Uri(url, "/health"));
                    return url;
                }
                catch (HttpRequestException)
                {
                    // Not yet.
                }
            }

            throw new TimeoutException($"Nothing answers at {url}.");
        });
    }

    /// <summary>A copy of the program, and of nothing that belongs to the tests.</summary>
    public static string CopyTo(string folder)
    {
        if (Native is not null)
        {
            var copy = Path.Combine(folder, Path.GetFileName(Native));
            File.Copy(Native, copy);
            return copy;
        }

        string[] parts =
        [
            "RollingDeploy.Core.*", "RollingDeploy.Storage.*", "RollingDeploy.Host.*", "Microsoft.*OpenApi.dll", "Swashbuckle.*.dll",
            "System.CommandLine.dll", "Spectre.Console*.dll", "Microsoft.Data.Sqlite.dll", "SQLitePCLRaw.*.dll",
            "YamlDotNet.dll", "Polly.Core.dll", "OpenTelemetry*.dll",
        ];
        foreach (var file in parts.SelectMany(part => Directory.EnumerateFiles(AppContext.BaseDirectory, part)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return Path.Combine(folder, "RollingDeploy.Host.dll");
    }

    /// <summary>Ends it as Ctrl+C does, and returns its exit code when all is printed.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Waits until it ends by itself, and returns its exit code when all is printed.</summary>
    public async Task<int> Ends()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>
    /// Waits until it has printed <paramref name="text"/>: a line comes a little later than the answer that it tells of.
    /// </summary>
    public async Task Prints(string text)
    {
        for (var waited = Stopwatch.StartNew(); !Output.Contains(text, StringComparison.Ordinal); await Task.Delay(20))
        {
            (waited.Elapsed < Patience).Should().BeTrue("it prints '{0}', but printed: {1}", text, Output);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<HostProgram> Start(ProcessStartInfo start, Func<HostProgram, Task<Uri>> findUrl)
    {
        var host = new HostProgram(start);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        try
        {
            host.Url = await findUrl(host);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static ProcessStartInfo Describe(string arguments, (string Name, string Value)[] environment, string? program = null)
    {
        program ??= Native ?? BesideTheTests;
        string[] command = Path.GetExtension(program) is ".dll" ? ["dotnet", program] : [program];
        var start =
            new ProcessStartInfo(command[0], [.. command[1..], .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
        // Whoever runs the tests may have settings for a host of their own.
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsSetting(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
            || variable.StartsWith("RollingDeploy", StringComparison.OrdinalIgnoreCase);

    private void Hear(string? line)
    {
        // The end of a stream is null.
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["url"].Value));
        }
    }

    [GeneratedRegex("^Now listening on: (?<url>[^ ]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
