using System.Collections.Concurrent;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control.Events;

/// <summary>The open streams of all accounts. An account has a feed only while somebody listens.</summary>
internal sealed class EventStreams(TimeProvider time, ILogger<EventStreams> logger) : IEventReader
{
    private readonly ConcurrentDictionary<string, EventFeed> _feeds = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The number of accounts that have listeners.</summary>
    public int Feeds => _feeds.Count;

    /// <inheritdoc/>
    public Action<EventLog> Follow(string account, EventLog? restored) => log => Kept(account, log);

    /// <inheritdoc/>
    public void Kept(string account, EventLog log)
    {
        if (_feeds.TryGetValue(account, out var feed))
        {
            feed.Notice(log);
        }
    }

    /// <summary>Sends events to a listener until it is canceled.</summary>
    /// <param name="account">The account.</param>
    /// <param name="present">Returns the log of the account's world; null if it has no world yet.</param>
    /// <param name="listener">The listener.</param>
    /// <param name="cancel">Canceled when the caller is gone or the host stops.</param>
    public async Task Serve(string account, Func<EventLog?> present, EventListener listener, CancellationToken cancel)
    {
        var feed = Enter(account, present);
        try
        {
            await listener.Listen(feed, cancel);
        }
        finally
        {
            Leave(account, feed, listener);
        }
    }

    private EventFeed Enter(string account, Func<EventLog?> present)
    {
        lock (_lock)
        {
            if (!_feeds.TryGetValue(account, out var feed))
            {
                feed = new EventFeed(account, present, time, logger);
                _feeds[account] = feed;
            }

            feed.Users++;
            return feed;
        }
    }

    private void Leave(string account, EventFeed feed, EventListener listener)
    {
        feed.Leave(listener);
        lock (_lock)
        {
            if (--feed.Users == 0)
            {
                _feeds.TryRemove(account, out _);
                feed.Dispose();
            }
        }
    }
}
