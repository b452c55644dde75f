using System.IO.Pipelines;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>What a stream sends.</summary>
/// <param name="Filter">Which events.</param>
/// <param name="Format">In which shape.</param>
/// <param name="Start">After which place.</param>
/// <param name="Log">The log of this place; null if it is not at hand.</param>
internal sealed record EventRequest(EventFilter Filter, EventFormat Format, EventPlace Start, EventLog? Log);

/// <summary>
/// An open stream. It first reads the log itself up to the present, and then gets its messages from the feed. If it is too slow
/// for the feed, it reads the log again; only then can it miss events, and it says so.
/// </summary>
internal sealed class EventListener(EventRequest request, PipeWriter body)
{
    private const int Page = 256;

    // In bytes. More is not written before the connection has taken what was written.
    private const int MostUnsent = 32 * 1024;

    private int _unsent;

    public EventFilter Filter => request.Filter;

    public EventFormat Format => request.Format;

    /// <summary>The queue that the feed fills; null before the listener has joined it.</summary>
    public EventQueue? Queue { get; set; }

    /// <summary>Sends events until <paramref name="cancel"/> is canceled or the connection is closed.</summary>
    public async Task Listen(EventFeed feed, CancellationToken cancel)
    {
        // The response begins now, so that the caller knows that nothing from here on is missed.
        await Flush(cancel);
        var reader = new EventReader(feed.Logs, request.Log, request.Start);
        while (!cancel.IsCancellationRequested)
        {
            await CatchUp(reader, feed.Account, cancel);
            if (feed.Join(this, reader.Place) is { } queue)
            {
                await Send(queue, cancel);
                reader.GoTo(queue.Place, queue.Log);
            }
        }
    }

    private async Task CatchUp(EventReader reader, string account, CancellationToken cancel)
    {
        while (reader.Read(Page, out var missed) is { Count: > 0 } events)
        {
            if (missed is { } lost)
            {
                await Write(EventMessage.Of(lost), cancel);
            }

            foreach (var logged in events)
            {
                if (Filter.Fits(logged.Happened) && Format.Message(account, logged) is { } message)
                {
                    await Write(message, cancel);
                }
            }

            await Flush(cancel);
        }
    }

    private async Task Send(EventQueue queue, CancellationToken cancel)
    {
        while (await queue.Wait(cancel))
        {
            while (queue.TryTake(out var message))
            {
                await Write(message, cancel);
            }

            await Flush(cancel);
        }
    }

    private ValueTask Write(byte[] message, CancellationToken cancel)
    {
        message.CopyTo(body.GetSpan(message.Length));
        body.Advance(message.Length);
        _unsent += message.Length;
        return _unsent < MostUnsent ? ValueTask.CompletedTask : Flush(cancel);
    }

    private async ValueTask Flush(CancellationToken cancel)
    {
        _unsent = 0;
        if ((await body.FlushAsync(cancel)).IsCompleted)
        {
            throw new OperationCanceledException("The caller has closed the connection.");
        }
    }
}
