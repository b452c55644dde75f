using System.ComponentModel;
using System.Diagnostics;

namespace RollingDeploy.Conformance;

/// <summary>
/// What reads the OpenAPI document outside of .NET: Node, a linter, and a generator of types with its compiler.
/// </summary>
internal static class OpenApiTools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Installed once, for all tests: from the lock file, so that what passes today passes tomorrow.
    private static readonly Lazy<Task<string?>> Missing = new(Install);

    private static string Directory { get; } = Path.Combine(Places.Directory, "openapi");

    /// <summary>Why the tools cannot be used here; null where they can.</summary>
    public static Task<string?> WhyMissing() => Missing.Value;

    /// <summary>Runs one of the installed tools.</summary>
    public static Task<(int Code, string Output)> Tool(string name, params string[] arguments) =>
        Run("node", [Path.Combine(Directory, "node_modules", ".bin", name), .. arguments]);

    /// <summary>Runs a script.</summary>
    public static Task<(int Code, string Output)> Node(string script, params string[] arguments) =>
        Run("node", ["-e", script, .. arguments]);

    private static async Task<string?> Install()
    {
        try
        {
            var installed = Path.Combine(Directory, "node_modules", ".package-lock.json");
            if (File.Exists(installed)
                && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(Path.Combine(Directory, "package-lock.json")))
            {
                return null;
            }

            var (code, output) = await Run("npm", ["ci", "--prefix", Directory]);
            return code == 0 ? null : $"npm could not install the tools: {output}";
        }
        catch (Win32Exception)
        {
            return "node and npm not found";
        }
    }

    private static async Task<(int Code, string Output)> Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        { WorkingDirectory = Directory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var output = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, string.Concat(output));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} was stopped after {Patience.TotalSeconds} s.");
        }
    }
}
