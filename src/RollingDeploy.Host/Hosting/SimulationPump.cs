namespace RollingDeploy.Host.Hosting;

/// <summary>
/// Keeps worlds up with their clocks while nobody calls. It owns no state: every call catches its world up as well.
/// </summary>
internal sealed partial class SimulationPump(
    WakeUps wakeUps, MachineClock machine, TimeProvider time, ILogger<SimulationPump> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked before the heap is emptied, so that what is put in meanwhile is not missed.
            var (_, changed) = wakeUps.Next();
            while (wakeUps.TryTake(machine.Now, out var session))
            {
                // Not waited for: a world that has much to do does not keep the others waiting.
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
            // The host stops: the threads that carry it out have ended.
            return;
        }
        catch (Exception error)
        {
            // Nothing that one world does may stop the others.
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
        [LoggerMessage(1, LogLevel.Error, "The world of account {Account} could not be kept up with its clock")]
        public static partial void Failed(ILogger logger, Exception error, string account);
    }
}
