namespace RollingDeploy.Host.Hosting;

/// <summary>Runs one action at a time. While it runs, others are refused.</summary>
internal sealed class Exclusive
{
    private int _running;

    /// <summary>Whether an action is running.</summary>
    public bool IsRunning => Volatile.Read(ref _running) != 0;

    /// <summary>Runs an action, and then <paramref name="afterwards"/>, also if the action fails.</summary>
    /// <exception cref="BusyException">Another action is running.</exception>
    public async Task<TResult> Run<TResult>(Func<Task<TResult>> action, Action afterwards)
    {
        if (Interlocked.CompareExchange(ref _running, 1, 0) != 0)
        {
            throw new BusyException();
        }

        try
        {
            return await action();
        }
        finally
        {
            Volatile.Write(ref _running, 0);
            afterwards();
        }
    }
}

/// <summary>A clock command or a reset arrived while another call is advancing the clock.</summary>
internal sealed class BusyException() : Exception("Another call is advancing the clock. Try again after that call has returned.");
