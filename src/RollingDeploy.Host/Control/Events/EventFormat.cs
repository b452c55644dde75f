using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Control.Events.EventBridge;

namespace RollingDeploy.Host.Control.Events;

/// <summary>An event as a reader gets it.</summary>
/// <param name="Name">The name of the message in a stream.</param>
/// <param name="Json">The event as a JSON object on one line.</param>
internal readonly record struct WrittenEvent(string Name, byte[] Json);

/// <summary>The shape of the events that a reader gets.</summary>
internal abstract class EventFormat
{
    /// <summary>Our own shape.</summary>
    public static readonly EventFormat Own = new OwnFormat();

    /// <summary>The shape of EventBridge, for the events that AWS sends there.</summary>
    public static readonly EventFormat EventBridge = new EventBridgeFormat();

    /// <summary>Writes an event; null if this shape does not have it.</summary>
    public abstract WrittenEvent? Write(string account, LoggedEvent logged);

    /// <summary>Writes the message of an event; null if this shape does not have it.</summary>
    public byte[]? Message(string account, LoggedEvent logged) =>
        Write(account, logged) is { } written ? EventMessage.Of(PlaceOf(logged), written.Name, written.Json) : null;

    /// <summary>Returns the place after an event, which is its ID.</summary>
    public static EventPlace PlaceOf(LoggedEvent logged) => new(logged.Happened.Epoch, logged.Happened.Sequence);

    private sealed class OwnFormat : EventFormat
    {
        public override WrittenEvent? Write(string account, LoggedEvent logged) =>
            new(logged.Happened.Data.Kind, EventMessage.Json(logged.Happened));
    }

    private sealed class EventBridgeFormat : EventFormat
    {
        public override WrittenEvent? Write(string account, LoggedEvent logged) => EventBridgeTable.Of(logged) is { } type
            ? new(EventBridgeEvents.DetailTypeOf(type), EventBridgeEvents.Write(account, logged, type))
            : null;
    }
}
