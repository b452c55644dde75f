using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace RollingDeploy.Conformance;

/// <summary>How one scenario went.</summary>
internal sealed record ScenarioOutcome(string Name, bool Ok, string? Skipped, string? Error);

/// <summary>One Python process that ran all scenarios of a file.</summary>
internal sealed record ScenarioRun(IReadOnlyDictionary<string, ScenarioOutcome> Outcomes, string Output, bool HasClient)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Of a file that was not run.</summary>
    public static readonly ScenarioRun None = new(new Dictionary<string, ScenarioOutcome>(), "", true);

    private static readonly ScenarioRun WithoutPython = new(new Dictionary<string, ScenarioOutcome>(), "python3 not found", false);

    public static async Task<ScenarioRun> Of(string file, Uri host)
    {
        var start = new ProcessStartInfo("python3", ["-B", "run.py", file])
        {
            WorkingDirectory = Places.Scenarios,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Isolate(start.Environment);
        start.Environment["ROLLINGDEPLOY_URL"] = host.ToString().TrimEnd('/');
        try
        {
            using var python = Process.Start(start)!;
            return await Read(python);
        }
        catch (Win32Exception)
        {
            return WithoutPython;
        }
    }

    // Whoever runs the tests may have a profile, a region and a proxy: none of that is meant for this host.
    private static void Isolate(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            environment.Remove(name);
        }

        environment["AWS_CONFIG_FILE"] = environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        environment["AWS_EC2_METADATA_DISABLED"] = "true";
        environment["NO_PROXY"] = environment["no_proxy"] = "127.0.0.1,localhost";
    }

    private static async Task<ScenarioRun> Read(Process python)
    {
        using var limit = new CancellationTokenSource(Patience);
        var errors = python.StandardError.ReadToEndAsync(limit.Token);
        var outcomes = new Dictionary<string, ScenarioOutcome>();
        try
        {
            while (await python.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                var outcome = JsonSerializer.Deserialize<ScenarioOutcome>(line, Json)!;
                outcomes[outcome.Name] = outcome;
            }

            await python.WaitForExitAsync(limit.Token);
            var said = await errors;
            return new(outcomes, said, !said.Contains("ModuleNotFoundError: No module named 'boto", StringComparison.Ordinal));
        }
        catch (OperationCanceledException)
        {
            python.Kill(entireProcessTree: true);
            return new(outcomes, $"It was stopped after {Patience.TotalSeconds} s.", true);
        }
    }
}
