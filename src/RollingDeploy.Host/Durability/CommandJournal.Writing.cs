using RollingDeploy.Storage;

namespace RollingDeploy.Host.Durability;

/// <summary>The thread that writes, and what it does if it cannot.</summary>
internal sealed partial class CommandJournal
{
    private static readonly TimeSpan BetweenTrials = TimeSpan.FromSeconds(1);

    private Thread Start()
    {
        var thread = new Thread(Write) { Name = "State", IsBackground = true };
        thread.Start();
        return thread;
    }

    private void Write()
    {
        while (Take() is { } group)
        {
            try
            {
                group.WriteTo(store!);
                Groups++;
                group.Done.SetResult(true);
            }
            catch (StateStoreException error)
            {
                Fail(group, error);
            }
        }
    }

    // Returns null when the journal ends and everything is written.
    private CommandGroup? Take()
    {
        while (true)
        {
            lock (_lock)
            {
                _writing = null;
                if (_open.Entries.Count > 0 && _together == 0)
                {
                    (_writing, _open) = (_open, new());
                    return _writing;
                }
            }

            if (_ending.IsCancellationRequested)
            {
                return null;
            }

            _added.WaitOne();
        }
    }

    private void Fail(CommandGroup group, StateStoreException error)
    {
        Log.Failed(logger, error.Message);
        CommandGroup dropped;
        lock (_lock)
        {
            (_problem, _rebuilding) = (error.Message, new(TaskCreationOptions.RunContinuationsAsynchronously));
            Interlocked.Increment(ref _failures);
            (dropped, _open) = (_open, new());
            _lost.UnionWith(group.Entries.Concat(dropped.Entries).Select(entry => entry.Account));
        }

        group.Done.SetResult(false);
        dropped.Done.SetResult(false);
        TryUntilDone(() => Rebuild?.Invoke(HasLost));
        EndRebuilding();
        TryUntilDone(() => store!.Append([]));
        if (!_ending.IsCancellationRequested)
        {
            _problem = null;
            Log.Recovered(logger);
            Recovered?.Invoke();
        }
    }

    private void EndRebuilding()
    {
        TaskCompletionSource rebuilding;
        lock (_lock)
        {
            // Calls that began before have seen the worlds that were discarded.
            Interlocked.Increment(ref _failures);
            _lost.Clear();
            (rebuilding, _rebuilding) = (_rebuilding!, null);
        }

        rebuilding.SetResult();
    }

    private bool HasLost(string account)
    {
        lock (_lock)
        {
            return _lost.Contains(account);
        }
    }

    private void TryUntilDone(Action action)
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                action();
                return;
            }
            catch (StateStoreException)
            {
                Task.Delay(BetweenTrials, time, _ending.Token).ContinueWith(
                    static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The state cannot be kept. {Problem} Calls that change something are refused until it can.")]
        public static partial void Failed(ILogger logger, string problem);

        [LoggerMessage(2, LogLevel.Warning, "The state can be kept again.")]
        public static partial void Recovered(ILogger logger);
    }
}
