using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>The logs of an account: that of the present epoch, and those of the epochs that began after the reader's.</summary>
/// <param name="present">Returns the log of the account's world; null if it has no world yet.</param>
internal sealed class EpochLogs(Func<EventLog?> present)
{
    private readonly Lock _lock = new();
    private EventLog[] _begun = [];
    private EventLog? _last;

    public EventLog? Present => present();

    /// <summary>
    /// Remembers a log that has an event. That of an epoch after a reset is noticed before the session has it. A world that was
    /// made only for reading has the first epoch, so its log is never taken for that of the account.
    /// </summary>
    /// <param name="log">The log.</param>
    /// <param name="most">The number of logs that are remembered. The oldest ones are forgotten.</param>
    public void Notice(EventLog log, int most = int.MaxValue)
    {
        if (Volatile.Read(ref _last) == log || log.Epoch == 1)
        {
            return;
        }

        lock (_lock)
        {
            if (!_begun.Contains(log))
            {
                _begun = [.. _begun.TakeLast(most - 1), log];
            }

            _last = log;
        }
    }

    /// <summary>
    /// Returns the log of the next epoch; null if there is none. Nothing is added to a log that has a next one.
    /// </summary>
    public EventLog? After(EventLog log) => Volatile.Read(ref _begun)
        .Append(present())
        .OfType<EventLog>()
        .Where(each => each.Epoch > log.Epoch)
        .MinBy(each => each.Epoch);

    /// <summary>Forgets the logs before this one.</summary>
    public void ForgetBefore(EventLog? log)
    {
        if (log is not null && Volatile.Read(ref _begun).Any(each => each.Epoch < log.Epoch))
        {
            lock (_lock)
            {
                _begun = [.. _begun.Where(each => each.Epoch >= log.Epoch)];
            }
        }
    }
}
