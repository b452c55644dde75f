using System.Threading.Channels;
using RollingDeploy.Core.Deployments;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.Terminal;

/// <summary>
/// Writes a line for each event of a deployment. A world says them while it holds its lock, and ten thousand deployments say them
/// faster than any terminal prints: they are put into a queue that another thread empties, and counted when it is full.
/// </summary>
internal sealed partial class JournalLines(ILoggerFactory loggers) : BackgroundService
{
    internal const int MostWaiting = 10_000;

    private readonly ILogger _logger = loggers.CreateLogger(Lines.Deployments);
    private readonly Channel<(Deployable Subject, JournalEntry Entry)> _waiting =
        Channel.CreateBounded<(Deployable, JournalEntry)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private long _missed;

    /// <summary>Takes an event; returns at once, whatever the terminal does, and never throws.</summary>
    public void Hear(Deployable subject, JournalEntry entry)
    {
        if (_logger.IsEnabled(LogLevel.Information) && !_waiting.Writer.TryWrite((subject, entry)))
        {
            Interlocked.Increment(ref _missed);
        }
    }

    /// <summary>Prints what was said before the end.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Empty();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                Empty();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Also where the host could not start: it would take that for a failure of this service.
        }
    }

    private void Empty()
    {
        while (_waiting.Reader.TryRead(out var next))
        {
            Write(next.Subject, next.Entry);
        }

        if (Interlocked.Exchange(ref _missed, 0) is > 0 and var missed)
        {
            Log.Missed(_logger, missed);
        }
    }

    private void Write(Deployable subject, JournalEntry entry) => Log.Journalled(
        _logger,
        subject.Region.Account,
        subject.Region.Name,
        entry.Time,
        subject is Endpoint ? "endpoint" : "inference component",
        subject.Name,
        entry.Event,
        entry.Sentence);

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "{Account} {Region} {VirtualTime:yyyy-MM-ddTHH:mm:ssZ} {Kind} {Resource} {Event}: {Sentence}",
            EventName = Lines.Journalled)]
        public static partial void Journalled(
            ILogger logger, string account, string region, DateTimeOffset virtualTime, string kind, string resource, string @event, string sentence);

        [LoggerMessage(2, LogLevel.Warning, "{Missed} more events of deployments were not printed: they came faster than they can be; the journals have them all")]
        public static partial void Missed(ILogger logger, long missed);
    }
}
