namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The threads that move worlds on: one fewer than there are cores, at least one, so that calls always find a core and a thread
/// of the pool. Work is done in turns of a few milliseconds. Every other turn belongs to work that has had none yet, so that a
/// short advance waits for one turn and not for every long advance of other worlds.
/// </summary>
internal sealed class AdvanceThreads : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Work> _new = new();
    private readonly Queue<Work> _begun = new();
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly Lazy<int> _started;
    private bool _lastWasNew;
    private bool _isOver;

    public AdvanceThreads() => _started = new(() => Start(Math.Max(1, Environment.ProcessorCount - 1)));

    /// <summary>
    /// Calls <paramref name="turn"/> again and again until it says that it is done. The task fails with what a turn throws, and
    /// is cancelled between two turns.
    /// </summary>
    public Task Run(Func<bool> turn, CancellationToken cancel)
    {
        _ = _started.Value;
        var work = new Work(turn, new(TaskCreationOptions.RunContinuationsAsynchronously), cancel);
        Enqueue(_new, work);
        return work.Done.Task;
    }

    /// <summary>Cancels what is going on and what is still to come, because the host stops; the threads end.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isOver = true;
            foreach (var work in _new.Concat(_begun))
            {
                work.Done.TrySetCanceled(CancellationToken.None);
            }

            _new.Clear();
            _begun.Clear();
        }

        _waiting.Release(_started.IsValueCreated ? _started.Value : 1);
    }

    /// <summary>The same.</summary>
    public void Dispose() => End();

    private int Start(int threads)
    {
        for (var number = 1; number <= threads; number++)
        {
            new Thread(TakeTurns) { Name = $"Advance {number}", IsBackground = true }.Start();
        }

        return threads;
    }

    private void TakeTurns()
    {
        while (Take() is { } work)
        {
            if (!TakeTurn(work))
            {
                Enqueue(_begun, work);
            }
        }
    }

    private static bool TakeTurn(Work work)
    {
        if (work.Cancel.IsCancellationRequested)
        {
            return work.Done.TrySetCanceled(work.Cancel);
        }

        try
        {
            return work.Turn() && work.Done.TrySetResult();
        }
        catch (Exception error)
        {
            return work.Done.TrySetException(error);
        }
    }

    // Null when it is over.
    private Work? Take()
    {
        _waiting.Wait();
        lock (_lock)
        {
            _lastWasNew = _new.Count > 0 && (!_lastWasNew || _begun.Count == 0);
            return (_lastWasNew ? _new : _begun).TryDequeue(out var work) ? work : null;
        }
    }

    private void Enqueue(Queue<Work> queue, Work work)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                work.Done.TrySetCanceled(CancellationToken.None);
                return;
            }

            queue.Enqueue(work);
        }

        _waiting.Release();
    }

    private sealed record Work(Func<bool> Turn, TaskCompletionSource Done, CancellationToken Cancel);
}
