using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace RollingDeploy.Conformance;

/// <summary>How one scenario went.</summary>
internal sealed record ScenarioOutcome(string Name, bool Ok, string? Skipped, string? Error);

/// <summary>One process that ran all scenarios of a file.</summary>
/// <param name="Outcomes">The outcomes, by the names of the scenarios.</param>
/// <param name="Output">What the process wrote besides.</param>
/// <param name="WhyNoClient">Why the clients of the file are not there; null if they are.</param>
internal sealed record ScenarioRun(IReadOnlyDictionary<string, ScenarioOutcome> Outcomes, string Output, string? WhyNoClient)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Of a file that was not run.</summary>
    public static readonly ScenarioRun None = new(new Dictionary<string, ScenarioOutcome>(), "", null);

    public static async Task<ScenarioRun> Of(string file, Uri host)
    {
        var language = Language.Of(file);
        if (await language.WhyMissing() is { } missing)
        {
            return None with { WhyNoClient = missing };
        }

        var start = new ProcessStartInfo(language.Program, [.. language.Arguments, Scenarios.PathOf(file)])
        {
            WorkingDirectory = language.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Isolate(start.Environment);
        start.Environment["ROLLINGDEPLOY_URL"] = host.ToString().TrimEnd('/');
        try
        {
            using var process = Process.Start(start)!;
            return await Read(process);
        }
        catch (Win32Exception)
        {
            return None with { WhyNoClient = $"{language.Program} not found" };
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

    private static async Task<ScenarioRun> Read(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var outcomes = new Dictionary<string, ScenarioOutcome>();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                var outcome = JsonSerializer.Deserialize<ScenarioOutcome>(line, Json)!;
                outcomes[outcome.Name] = outcome;
            }

            await process.WaitForExitAsync(limit.Token);
            var said = await errors;
            var hasBoto = !said.Contains("ModuleNotFoundError: No module named 'boto", StringComparison.Ordinal);
            return new(outcomes, said, hasBoto ? null : "boto3 not found");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new(outcomes, $"It was stopped after {Patience.TotalSeconds} s.", null);
        }
    }
}
