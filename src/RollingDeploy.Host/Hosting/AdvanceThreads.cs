namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The threads that advance worlds. There is one thread fewer than cores, and at least one, so that calls always find a free
/// core. Work is done in turns of a few milliseconds. Every other turn goes to work that has not had a turn yet, so that a short
/// advance waits for one turn only, and not for the long advances of other worlds.
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
    /// Calls <paramref name="turn"/> until it returns true. If a turn throws, the task fails with that exception. If
    /// <paramref name="cancel"/> is canceled, the task is canceled before the next turn.
    /// </summary>
    public Task Run(Func<bool> turn, CancellationToken cancel)
    {
        _ = _started.Value;
        var work = new Work(turn, new(TaskCreationOptions.RunContinuationsAsynchronously), cancel);
        Enqueue(_new, work);
        return work.Done.Task;
    }

    /// <summary>Cancels all work and ends the threads, because the host is stopping.</summary>
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

    /// <summary>Calls <see cref="End"/>.</summary>
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

    // Waits for work. Returns null after End.
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
