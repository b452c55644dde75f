using System.Threading.Channels;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// The messages that wait for a listener. Their number is limited. If the listener is too slow, the queue ends, and the listener
/// reads the log itself from there on.
/// </summary>
/// <param name="place">The listener has everything up to this place already.</param>
/// <param name="isOfAll">Whether the listener gets the events of all endpoints.</param>
internal sealed class EventQueue(EventPlace place, bool isOfAll)
{
    // Those who listen to everything wait for the same messages, so that long queues cost little.
    private const int Longest = 128;
    private const int LongestOfAll = 4096;

    private readonly Channel<byte[]> _messages = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(isOfAll ? LongestOfAll : Longest) { SingleReader = true });

    public ChannelReader<byte[]> Messages => _messages.Reader;

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
        if (!_messages.Writer.TryWrite(message))
        {
            return false;
        }

        (Place, Log) = (next, log);
        return true;
    }

    /// <summary>Adds a heartbeat, unless the queue is full.</summary>
    public void AddHeartbeat() => _messages.Writer.TryWrite(EventMessage.Heartbeat);

    /// <summary>Ends the queue. The messages in it are still sent, and the listener goes on after them.</summary>
    public void End() => _messages.Writer.TryComplete();

    /// <summary>Ends the queue. The listener goes on from a later place than after its last message.</summary>
    public void End(EventPlace end, EventLog? log)
    {
        (Place, Log) = (end, log);
        End();
    }
}
