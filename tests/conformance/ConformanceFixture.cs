using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(RollingDeploy.Conformance.ConformanceFixture))]

namespace RollingDeploy.Conformance;

/// <summary>
/// What the tests share: one host, in which every test has an account of its own, and the outcomes of the scenario files, each
/// of which is run once.
/// </summary>
public sealed class ConformanceFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ScenarioRun>>> _runs = new();

    // What CreateModel is to refuse, and models that err by their image: names that only scenarios about that use.
    private static readonly (string Name, string Value)[] Settings =
    [
        ("Models__UnreadableData__0", "s3://no-access/*"),
        ("Models__UnsupportedImages__0", "*:oci"),
        ("Models__UnsubscribedPackages__0", "*/not-subscribed"),
        ("Behaviors__0__Image", "*:errs"),
        ("Behaviors__0__ErrorRate", "1"),
    ];

    private volatile bool _isOver;

    // As many interpreters at a time as there are processors.
    private readonly SemaphoreSlim _turns = new(Math.Max(2, Environment.ProcessorCount));

    internal HostProcess Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await HostProcess.Start(Settings);

        // They take longest, so they run from the start on, and beside every other test.
        foreach (var file in Scenarios.Files)
        {
            _ = RunOf(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Those that no test has asked for, as a filter left the test out.
        _isOver = true;
        await Task.WhenAll(_runs.Values.Select(run => run.Value));
        await Host.DisposeAsync();
        _turns.Dispose();
    }

    /// <summary>The outcome of a file.</summary>
    internal Task<ScenarioRun> RunOf(string file) => _runs.GetOrAdd(file, name => new Lazy<Task<ScenarioRun>>(async () =>
    {
        await _turns.WaitAsync();
        try
        {
            return _isOver ? ScenarioRun.None : await ScenarioRun.Of(name, Host.Url);
        }
        finally
        {
            _turns.Release();
        }
    })).Value;
}
