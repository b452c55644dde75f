using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Hosting;

/// <summary>Reads the event logs of all worlds, such as the lines on the console.</summary>
internal interface IEventReader
{
    /// <summary>
    /// Starts to follow the event log of a world. The world calls the returned action after each event, while it is locked, so
    /// the action must return at once. Null if the reader does not read this log.
    /// </summary>
    /// <param name="account">The account of the world.</param>
    /// <param name="restored">
    /// The log of a world that was restored, with its events before the restart. Null for a new world, whose first event comes
    /// while it is made.
    /// </param>
    Action<EventLog>? Follow(string account, EventLog? restored);

    /// <summary>
    /// More events of a log are kept, so they can be read now. It is called only if the worlds are kept; otherwise each event can
    /// be read at once.
    /// </summary>
    void Kept(string account, EventLog log);
}
