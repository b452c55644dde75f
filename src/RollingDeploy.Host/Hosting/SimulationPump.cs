namespace RollingDeploy.Host.Hosting;

/// <summary>
/// Runs what is due in each world while there are no calls. It has no state, because every call does the same for its world.
/// </summary>
internal sealed partial class SimulationPump(
    WakeUps wakeUps, MachineClock machine, TimeProvider time, ILogger<SimulationPump> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Read before the heap is emptied, so that a world that is added meanwhile is not missed.
            var (_, changed) = wakeUps.Next();
            while (wakeUps.TryTake(machine.Now, out var session))
            {
                // Not awaited: a world with a lot of work must not delay the others.
                _ = CatchUp(session);
            }

            await Idle(changed, stoppingToken);
        }
    }

    private async Task CatchUp(WorldSession session)
    {
        try
        {
            await session.CatchUpLater();
        }
        catch (OperationCanceledException)
        {
            // The host is stopping and its threads have ended.
            return;
        }
        catch (Exception error)
        {
            // An error in one world must not stop the others.
            Log.Failed(logger, error, session.World.Account);
        }

        wakeUps.Expect(session);
    }

    private async Task Idle(Task changed, CancellationToken stopping)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var due = wakeUps.Next().Due;
        var wait = due is null ? Timeout.InfiniteTimeSpan : Clamp(due.Value - machine.Now);
        await Task.WhenAny(changed, Task.Delay(wait, time, done.Token));
        await done.CancelAsync();
    }

    private static TimeSpan Clamp(TimeSpan wait) =>
        wait <= TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : wait;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The world of account {Account} could not be advanced to the time of its clock")]
        public static partial void Failed(ILogger logger, Exception error, string account);
    }
}
