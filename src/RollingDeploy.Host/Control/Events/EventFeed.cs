using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// Hands the events of an account to its listeners. One task reads the log, writes each event once, however many listeners get
/// it, and puts it into their queues. A call that appends an event only sets a flag.
/// </summary>
internal sealed partial class EventFeed : IDisposable
{
    private const int Page = 256;
    private static readonly TimeSpan BetweenHeartbeats = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly EventReader _reader;
    private readonly Audience _audience;
    private readonly SemaphoreSlim _noticed = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _heartbeat;
    private readonly ILogger _logger;
    private int _isNoticed;

    public EventFeed(string account, Func<EventLog?> present, TimeProvider time, ILogger logger)
    {
        Account = account;
        _logger = logger;
        Logs = new EpochLogs(present);
        _audience = new Audience(account);
        var log = Logs.Present;
        _reader = new EventReader(Logs, log, log is null ? new(1, 0) : new(log.Epoch, log.Last));
        _heartbeat = time.CreateTimer(_ => Beat(), null, BetweenHeartbeats, Timeout.InfiniteTimeSpan);
        _ = Pump(_stopping.Token);
    }

    public string Account { get; }

    /// <summary>The number of streams that use this feed, those that are catching up included.</summary>
    public int Users { get; set; }

    /// <summary>The logs of the account.</summary>
    public EpochLogs Logs { get; }

    /// <summary>Called after each event, while the world is locked.</summary>
    public void Notice(EventLog log)
    {
        Logs.Notice(log);
        if (Interlocked.Exchange(ref _isNoticed, 1) == 0)
        {
            _noticed.Release();
        }
    }

    /// <summary>
    /// Adds a listener that has read up to <paramref name="place"/>. Returns the queue of what follows; null if there have been
    /// events since, which it must read first.
    /// </summary>
    public EventQueue? Join(EventListener listener, EventPlace place)
    {
        lock (_lock)
        {
            return place.CompareTo(_reader.Place) < 0 ? null : _audience.Add(listener, place);
        }
    }

    public void Leave(EventListener listener)
    {
        lock (_lock)
        {
            _audience.Remove(listener);
        }
    }

    public void Dispose()
    {
        _heartbeat.Dispose();
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task Pump(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await _noticed.WaitAsync(stopping);
                Interlocked.Exchange(ref _isNoticed, 0);
                await Pace.Rest(Publish(), stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The last listener has left.
        }
    }

    // Returns how many listeners got something.
    private int Publish()
    {
        lock (_lock)
        {
            _audience.Begin();
            while (_reader.Read(Page, out var missed) is { Count: > 0 } events)
            {
                if (missed is not null)
                {
                    // Each listener reads the log itself then, and says what it has missed.
                    _audience.SendBack();
                }

                foreach (var logged in events)
                {
                    Offer(logged);
                }

                _audience.EndPage(_reader.Log);
            }

            Logs.ForgetBefore(_reader.Log);
            return _audience.Woken;
        }
    }

    private void Offer(LoggedEvent logged)
    {
        try
        {
            _audience.Offer(logged, _reader.Log);
        }
        catch (Exception error)
        {
            // An event that cannot be written must not stop the others.
            Log.Failed(_logger, error, EventFormat.PlaceOf(logged), Account);
        }
    }

    private void Beat()
    {
        lock (_lock)
        {
            _audience.OfferHeartbeat();
        }

        try
        {
            _heartbeat.Change(BetweenHeartbeats, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The last listener has left in the meantime.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The event {Place} of account {Account} could not be sent to those who listen")]
        public static partial void Failed(ILogger logger, Exception error, EventPlace place, string account);
    }
}
