using System.Buffers;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// The listeners that get all events in one format, and the messages for them. Messages that follow each other are joined, and
/// each listener gets them as one. So many events cost little more than one.
/// </summary>
internal sealed class Bundle(EventFormat format)
{
    private readonly List<(byte[] Text, EventPlace Place)> _messages = [];
    private readonly ArrayBufferWriter<byte> _joined = new();

    /// <summary>The listeners.</summary>
    public List<EventListener> Listeners { get; } = [];

    /// <summary>Adds an event, if the format has it.</summary>
    public void Add(SharedMessage message)
    {
        if (Listeners.Count > 0 && message.In(format) is { } text)
        {
            _messages.Add((text, message.Place));
            _joined.Write(text);
        }
    }

    /// <summary>Puts the messages that were added into the queues of the listeners.</summary>
    /// <param name="log">The log of their events.</param>
    /// <param name="woken">Those who get something are added to it.</param>
    public void Send(EventLog? log, HashSet<EventListener> woken)
    {
        if (_messages.Count == 0)
        {
            return;
        }

        var joined = _joined.WrittenSpan.ToArray();

        // From the end, because a listener whose queue is full leaves.
        for (var i = Listeners.Count - 1; i >= 0; i--)
        {
            woken.Add(Listeners[i]);
            var queue = Listeners[i].Queue!;
            var isNew = queue.Needs(_messages[0].Place);
            if (!(isNew ? TryAdd(queue, joined, _messages[0].Place, _messages[^1].Place, log) : TryAddRest(queue, log)))
            {
                Listeners.RemoveAt(i);
            }
        }

        _messages.Clear();
        _joined.ResetWrittenCount();
    }

    // A listener that has joined a moment ago has read some of the events itself.
    private bool TryAddRest(EventQueue queue, EventLog? log) => _messages.TrueForAll(message =>
        !queue.Needs(message.Place) || TryAdd(queue, message.Text, message.Place, message.Place, log));

    private static bool TryAdd(EventQueue queue, byte[] text, EventPlace first, EventPlace last, EventLog? log)
    {
        if (queue.TryAdd(text, last, log))
        {
            return true;
        }

        queue.End(first with { Sequence = first.Sequence - 1 }, log);
        return false;
    }
}
