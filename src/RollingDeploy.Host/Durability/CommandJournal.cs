using RollingDeploy.Core.Kernel;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Durability;

/// <summary>
/// Keeps the commands of all worlds in the order in which they ran. Commands that come while others are being written are written
/// together. If they cannot be written, the worlds that they changed are rebuilt from what is kept, and no more commands are
/// accepted until the store can be written again. Without a store, nothing is kept and nothing waits.
/// </summary>
internal sealed partial class CommandJournal(IStateStore? store, TimeProvider time, ILogger<CommandJournal> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly AutoResetEvent _added = new(false);
    private readonly CancellationTokenSource _ending = new();
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);
    private readonly AsyncLocal<KeptCall?> _call = new();
    private int _together;
    private CommandGroup _open = new();
    private CommandGroup? _writing;
    private Thread? _thread;
    private volatile string? _problem;
    private volatile TaskCompletionSource? _rebuilding;
    private long _failures;

    /// <summary>The store; null if nothing is kept.</summary>
    public IStateStore? Store => store;

    /// <summary>The number of groups that were written.</summary>
    public long Groups { get; private set; }

    /// <summary>Why commands cannot be kept now; null if they can.</summary>
    public string? Problem => _problem;

    /// <summary>
    /// Rebuilds the worlds that have lost commands. Its argument returns whether an account has, after its world was locked once.
    /// </summary>
    public Action<Func<string, bool>>? Rebuild { get; set; }

    /// <summary>Called when commands can be kept again.</summary>
    public Action? Recovered { get; set; }

    /// <summary>Called when an account has had many commands since its last snapshot.</summary>
    public Action<string>? SnapshotWanted { get; set; }

    /// <summary>Begins a call, which waits while worlds are being rebuilt. Its commands are noted until <see cref="Kept"/>.</summary>
    public async ValueTask<KeptCall> Wait()
    {
        if (_rebuilding is { } rebuilding)
        {
            await rebuilding.Task;
        }

        return new(Volatile.Read(ref _failures));
    }

    /// <summary>Notes the commands that the present flow of control runs as those of a call.</summary>
    public void Begin(KeptCall call) => _call.Value = store is null ? null : call;

    /// <summary>Waits until everything that was added so far is kept.</summary>
    /// <exception cref="AwsError">
    /// The commands of the call were lost; or it has run none, and what it saw may be lost.
    /// </exception>
    public async ValueTask Kept(KeptCall call)
    {
        if (store is null)
        {
            return;
        }

        if (Pending() is { IsCompleted: false } pending)
        {
            await pending;
        }

        // Another group can be lost before the caller of one that is kept gets here.
        var isKept = true;
        var own = EndOf(call);
        foreach (var group in own)
        {
            isKept &= await group.Done.Task;
        }

        if (!isKept || (own.Count == 0 && (Volatile.Read(ref _failures) != call.Failures || _rebuilding is not null)))
        {
            throw NotKept(_problem);
        }
    }

    /// <summary>Waits until everything that was added so far is kept or lost, before the host stops.</summary>
    public Task Empty() => Pending();

    /// <summary>Adds a command. It is called while the world is locked, and returns at once.</summary>
    public void Add(JournalEntry entry)
    {
        lock (_lock)
        {
            if (_problem is null)
            {
                _open.Entries.Add(entry);
                _call.Value?.Note(_open);
                _thread ??= Start();
            }
            else
            {
                _lost.Add(entry.Account);
                _call.Value?.Note(CommandGroup.Lost);
            }
        }

        _added.Set();
    }

    /// <summary>
    /// Keeps everything that is added until the result is disposed, or nothing of it. Calls that wait for their commands wait
    /// until then.
    /// </summary>
    public IDisposable Together()
    {
        lock (_lock)
        {
            _together++;
        }

        return new Group(this);
    }

    private void EndTogether()
    {
        lock (_lock)
        {
            _together--;
        }

        _added.Set();
    }

    /// <summary>Refuses a command if commands cannot be kept now.</summary>
    /// <exception cref="AwsError">They cannot.</exception>
    public void RequireRoom()
    {
        if (_problem is { } problem)
        {
            throw NotKept(problem);
        }
    }

    /// <summary>Stops writing, and closes the store.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        _added.Set();
        _thread?.Join();
        store?.Dispose();
        _added.Dispose();
        _ending.Dispose();
    }

    private static AwsError NotKept(string? problem) => new(
        "ServiceUnavailable",
        $"RollingDeploy could not keep its state, so this call has changed nothing. Try again later.{(problem is null ? "" : $" {problem}")}");

    private IReadOnlyList<CommandGroup> EndOf(KeptCall call)
    {
        lock (_lock)
        {
            return call.End();
        }
    }

    private Task Pending()
    {
        lock (_lock)
        {
            return _open.Entries.Count > 0 ? _open.Done.Task : _writing?.Done.Task ?? Task.CompletedTask;
        }
    }

    private sealed class Group(CommandJournal journal) : IDisposable
    {
        public void Dispose() => journal.EndTogether();
    }
}
