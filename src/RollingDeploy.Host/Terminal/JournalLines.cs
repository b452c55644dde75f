using System.Runtime.CompilerServices;
using System.Threading.Channels;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Terminal;

/// <summary>
/// Writes a log line for each event of a deployment. It reads the event log of each world by sequence number and does not hold
/// the lock of the world, because ten thousand deployments write faster than a terminal prints. Events that the event log has
/// dropped are counted.
/// </summary>
internal sealed partial class JournalLines(ILoggerFactory loggers) : BackgroundService, IEventReader
{
    private const int Page = 256;

    private readonly ILogger _logger = loggers.CreateLogger(LogCategories.Deployments);
    private readonly ConditionalWeakTable<EventLog, Reader> _readers = [];
    private readonly Channel<Reader> _behind = Channel.CreateUnbounded<Reader>(
        new UnboundedChannelOptions { SingleReader = true });

    /// <inheritdoc/>
    public Action<EventLog> Follow(string account, EventLog? restored)
    {
        var reader = new Reader(account) { Last = restored?.Last ?? 0 };
        if (restored is not null)
        {
            reader.Log = restored;
            _readers.AddOrUpdate(restored, reader);
        }

        return log => Notice(reader, log);
    }

    /// <inheritdoc/>
    public void Kept(string account, EventLog log)
    {
        if (_readers.TryGetValue(log, out var reader))
        {
            Notice(reader, log);
        }
    }

    /// <summary>Prints the remaining events before the host stops.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Empty();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _behind.Reader.WaitToReadAsync(stoppingToken))
            {
                Empty();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // This also happens if the host cannot start. Without the catch, the host would report this service as failed.
        }
    }

    // Does not wait for the terminal. A reader is in the queue only once, whatever the number of new events.
    private void Notice(Reader reader, EventLog log)
    {
        if (reader.Log is null)
        {
            reader.Log = log;
            _readers.AddOrUpdate(log, reader);
        }

        if (Interlocked.Exchange(ref reader.IsQueued, 1) == 0 && _logger.IsEnabled(LogLevel.Information))
        {
            _behind.Writer.TryWrite(reader);
        }
    }

    private void Empty()
    {
        while (_behind.Reader.TryRead(out var reader))
        {
            Volatile.Write(ref reader.IsQueued, 0);
            Write(reader);
        }
    }

    private void Write(Reader reader)
    {
        while (reader.Log!.After(reader.Last, Page) is { Count: > 0 } events)
        {
            if (events[0].Sequence - reader.Last - 1 is > 0 and var missed)
            {
                Log.Missed(_logger, missed);
            }

            foreach (var happened in events)
            {
                Write(reader.Account, happened);
            }

            reader.Last = events[^1].Sequence;
        }
    }

    private void Write(string account, WorldEvent happened)
    {
        if (happened.Data is DeploymentProgressed)
        {
            Log.Journalled(
                _logger,
                account,
                happened.Region,
                happened.At,
                happened.Subject.Type == SubjectType.Endpoint ? "endpoint" : "inference component",
                happened.Subject.Name,
                happened.Data.Kind,
                happened.Data.Sentence);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "{Account} {Region} {VirtualTime:yyyy-MM-ddTHH:mm:ssZ} {Kind} {Resource} {Event}: {Sentence}",
            EventName = Lines.Journalled)]
        public static partial void Journalled(
            ILogger logger, string account, string region, DateTimeOffset virtualTime, string kind, string resource,
            string @event, string sentence);

        [LoggerMessage(2, LogLevel.Warning, "{Missed} events came too fast to be printed. The journals contain all of them.")]
        public static partial void Missed(ILogger logger, long missed);
    }

    private sealed class Reader(string account)
    {
        // 1 while the reader is in the queue, otherwise 0.
        public int IsQueued;

        public string Account => account;

        public EventLog? Log { get; set; }

        public long Last { get; set; }
    }
}
