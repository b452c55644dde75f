using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// The messages that wait for a listener. Their size is limited. If the listener is too slow, the queue ends, and the listener
/// reads the log itself from there on.
/// </summary>
/// <param name="place">The listener has everything up to this place already.</param>
/// <param name="isOfAll">Whether the listener gets the events of all endpoints.</param>
internal sealed class EventQueue(EventPlace place, bool isOfAll)
{
    // Those who listen to all endpoints wait for the same messages, so that long queues cost little.
    private const int MostBytes = 1 << 16;
    private const int MostBytesOfAll = 1 << 22;

    private readonly Channel<byte[]> _messages = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private int _bytes;

    /// <summary>The place where the queue has ended.</summary>
    public EventPlace Place { get; private set; } = place;

    /// <summary>The log of this place; null if it is that from which the listener has last read.</summary>
    public EventLog? Log { get; private set; }

    /// <summary>Returns whether the listener does not have the event at a place yet.</summary>
    public bool Needs(EventPlace next) => next.CompareTo(Place) > 0;

    /// <summary>Adds a message. Returns false if the queue is full.</summary>
    /// <param name="message">The message.</param>
    /// <param name="next">The place of its event.</param>
    /// <param name="log">The log of its event.</param>
    public bool TryAdd(byte[] message, EventPlace next, EventLog? log)
    {
        if (!TryAdd(message))
        {
            return false;
        }

        (Place, Log) = (next, log);
        return true;
    }

    /// <summary>Adds a heartbeat, unless the queue is full.</summary>
    public void AddHeartbeat() => TryAdd(EventMessage.Heartbeat);

    /// <summary>Adds a message that is not an event. Returns false if the queue is full or has ended.</summary>
    public bool AddMessage(byte[] message) => TryAdd(message);

    /// <summary>Waits for messages. Returns false when the queue has ended and is empty.</summary>
    public ValueTask<bool> Wait(CancellationToken cancel) => _messages.Reader.WaitToReadAsync(cancel);

    /// <summary>Takes the next message.</summary>
    public bool TryTake([NotNullWhen(true)] out byte[]? message)
    {
        var isThere = _messages.Reader.TryRead(out message);
        Interlocked.Add(ref _bytes, -message?.Length ?? 0);
        return isThere;
    }

    /// <summary>Ends the queue. The messages in it are still sent, and the listener goes on after them.</summary>
    public void End() => _messages.Writer.TryComplete();

    /// <summary>Ends the queue. The listener goes on from a later place than after its last message.</summary>
    public void End(EventPlace end, EventLog? log)
    {
        (Place, Log) = (end, log);
        End();
    }

    private bool TryAdd(byte[] message)
    {
        // A message that is larger than the limit must have a place too.
        var bytes = Volatile.Read(ref _bytes);
        var isFull = bytes > 0 && bytes + message.Length > (isOfAll ? MostBytesOfAll : MostBytes);
        if (isFull || !_messages.Writer.TryWrite(message))
        {
            return false;
        }

        Interlocked.Add(ref _bytes, message.Length);
        return true;
    }
}
