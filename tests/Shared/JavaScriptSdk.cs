using System.ComponentModel;
using System.Diagnostics;

namespace RollingDeploy.Tests.Shared;

/// <summary>
/// AWS's SDK for JavaScript in tests/conformance/javascript, installed once from its lock file: what passes today passes
/// tomorrow.
/// </summary>
internal static class JavaScriptSdk
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Lazy<string?> Missing = new(Install);

    /// <summary>The folder with the list of packages, and with what runs on them.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "conformance", "javascript");

    /// <summary>Why the SDK cannot be used here; null where it can.</summary>
    public static string? WhyMissing => Missing.Value;

    /// <summary>Runs a script of the folder, and returns what it printed.</summary>
    public static string Run(string script, params string[] arguments)
    {
        var (code, output, error) = Start("node", [Path.Combine(Folder, script), .. arguments]);
        return code == 0 ? output : throw new InvalidOperationException($"node {script} ended with {code}: {error}");
    }

    private static string? Install()
    {
        try
        {
            // Two test projects can get here at the same time, each in a process of its own.
            using var turn = TakeTurn();
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            {
                return null;
            }

            var (code, output, error) = Start("npm", ["ci", "--prefix", Folder]);
            return code == 0 ? null : $"npm could not install AWS's SDK for JavaScript: {output}{error}";
        }
        catch (Win32Exception)
        {
            return "node and npm not found";
        }
    }

    private static FileStream TakeTurn()
    {
        var file = Path.Combine(Path.GetTempPath(), $"rollingdeploy-javascript-{Environment.UserName}.lock");
        for (var start = Stopwatch.StartNew(); ; Thread.Sleep(100))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (start.Elapsed < Patience)
            {
                // Another process installs.
            }
        }
    }

    private static (int Code, string Output, string Error) Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
