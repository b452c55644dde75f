using System.Collections.Concurrent;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The threads that move worlds on: one fewer than there are cores, at least one, so that calls always find a core and a thread
/// of the pool. Work is done in turns of a few milliseconds, one world after the other, so that no world waits for another's
/// long advance.
/// </summary>
internal sealed class AdvanceThreads : IDisposable
{
    private readonly BlockingCollection<Work> _queue = [];
    private readonly Lazy<int> _started;

    public AdvanceThreads() => _started = new(() => Start(Math.Max(1, Environment.ProcessorCount - 1)));

    /// <summary>
    /// Calls <paramref name="turn"/> again and again until it says that it is done. The task fails with what a turn throws, and
    /// is cancelled between two turns.
    /// </summary>
    public Task Run(Func<bool> turn, CancellationToken cancel)
    {
        _ = _started.Value;
        var work = new Work(turn, new(TaskCreationOptions.RunContinuationsAsynchronously), cancel);
        Enqueue(work);
        return work.Done.Task;
    }

    public void Dispose() => _queue.CompleteAdding();

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
        foreach (var work in _queue.GetConsumingEnumerable())
        {
            if (!TakeTurn(work))
            {
                Enqueue(work);
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

    private void Enqueue(Work work)
    {
        try
        {
            _queue.Add(work, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // The host is stopping: nobody takes turns any more.
            work.Done.TrySetCanceled(CancellationToken.None);
        }
    }

    private sealed record Work(Func<bool> Turn, TaskCompletionSource Done, CancellationToken Cancel);
}
