using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>The message of an event. It is written once in each format, when the first listener needs it.</summary>
internal sealed class SharedMessage(string account, LoggedEvent logged, EventLog? log)
{
    private readonly Dictionary<EventFormat, byte[]?> _written = [];

    /// <summary>The log of the event.</summary>
    public EventLog? Log => log;

    public WorldEvent Happened => logged.Happened;

    public EventPlace Place => EventFormat.PlaceOf(logged);

    /// <summary>Returns the message in a format; null if the format does not have the event.</summary>
    public byte[]? In(EventFormat format)
    {
        if (!_written.TryGetValue(format, out var message))
        {
            _written.Add(format, message = format.Message(account, logged));
        }

        return message;
    }
}
