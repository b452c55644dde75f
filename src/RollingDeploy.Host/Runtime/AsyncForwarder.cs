using System.Threading.Channels;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Servers;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// Sends asynchronous requests to the real servers of their models, when an instance begins to process them. It reads the event
/// logs of all worlds and does not hold their locks.
/// </summary>
internal sealed class AsyncForwarder(Forwarder forwarder, IServiceProvider services) : BackgroundService, IEventReader
{
    private const int Page = 256;

    private readonly Channel<Reader> _behind = Channel.CreateUnbounded<Reader>(
        new UnboundedChannelOptions { SingleReader = true });

    /// <inheritdoc/>
    public Action<EventLog> Follow(string account)
    {
        var reader = new Reader(account);
        return log => Notice(reader, log);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var reader in _behind.Reader.ReadAllAsync(stoppingToken))
            {
                Volatile.Write(ref reader.IsQueued, 0);
                Read(reader);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    private void Notice(Reader reader, EventLog log)
    {
        reader.Log ??= log;
        if (Interlocked.Exchange(ref reader.IsQueued, 1) == 0)
        {
            _behind.Writer.TryWrite(reader);
        }
    }

    private void Read(Reader reader)
    {
        while (reader.Log!.After(reader.Last, Page) is { Count: > 0 } events)
        {
            foreach (var happened in events)
            {
                if (happened.Data is AsyncRequestStarted { Server: { } server } started)
                {
                    _ = Forward(reader.Account, happened, started, server);
                }
            }

            reader.Last = events[^1].Sequence;
        }
    }

    private async Task Forward(string account, WorldEvent happened, AsyncRequestStarted started, Uri server)
    {
        var session = services.GetRequiredService<Worlds>().ForWriting(account);
        var (world, name) = (session.World, happened.Subject.Name);
        var call = session.Read(
            happened.Region,
            region => region.Endpoints.TryGet(name, out var endpoint) ? endpoint.FindAsyncRequest(started.Id)?.Call : null);
        if (call?.Body is not { } body)
        {
            return;
        }

        try
        {
            var (answer, took) = await forwarder.Ask(server, new(Convert.FromBase64String(body))
            {
                ContentType = call.ContentType,
                Accept = call.Accept,
                CustomAttributes = call.CustomAttributes,
            });
            session.Tell(world, new RecordAsyncAnswer(
                happened.Region, name, started.Id, new(answer.CountsAs, Convert.ToBase64String(answer.Body), answer.ContentType),
                took));
        }
        catch (OperationCanceledException)
        {
            // The host ends.
        }
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
