using RollingDeploy.Storage;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>A store in memory that can fail, and that can be held while it writes.</summary>
internal sealed class FakeStore : IStateStore
{
    private readonly Lock _lock = new();
    private readonly List<StoredCommand> _commands = [];
    private readonly Dictionary<StoredSnapshot, byte[]> _snapshots = [];
    private readonly ManualResetEventSlim _mayWrite = new(true);
    private readonly SemaphoreSlim _writing = new(0);
    private volatile bool _isBroken;

    /// <summary>The number of commands in each group, in order.</summary>
    public List<int> Groups { get; } = [];

    /// <summary>Whether each write fails.</summary>
    public bool IsBroken
    {
        get => _isBroken;
        set => _isBroken = value;
    }

    public void Hold() => _mayWrite.Reset();

    public void Release() => _mayWrite.Set();

    /// <summary>Waits until somebody writes.</summary>
    public Task IsWriting() => _writing.WaitAsync();

    public void Append(IReadOnlyCollection<StoredCommand> commands)
    {
        _writing.Release();
        _mayWrite.Wait();
        if (IsBroken)
        {
            throw new StateStoreException("The disk is full.");
        }

        lock (_lock)
        {
            _commands.AddRange(commands);
            Groups.Add(commands.Count);
        }
    }

    public IEnumerable<StoredCommand> ReadAfter(string account, long sequence)
    {
        lock (_lock)
        {
            return _commands.FindAll(command => command.Account == account && command.Sequence > sequence);
        }
    }

    public void PutSnapshot(StoredSnapshot snapshot, Stream document)
    {
        if (IsBroken)
        {
            throw new StateStoreException("The disk is full.");
        }

        using var copy = new MemoryStream();
        document.CopyTo(copy);
        lock (_lock)
        {
            _snapshots[snapshot] = copy.ToArray();
        }
    }

    public IReadOnlyList<StoredSnapshot> LatestSnapshots()
    {
        lock (_lock)
        {
            return [.. _snapshots.Keys.GroupBy(each => each.Account).Select(of => of.MaxBy(each => each.Sequence)!)];
        }
    }

    public Stream Open(StoredSnapshot snapshot)
    {
        lock (_lock)
        {
            return new MemoryStream(_snapshots[snapshot]);
        }
    }

    public void Dispose() => _mayWrite.Set();
}
