using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Hosting;

/// <summary>Reads the event logs of all worlds, such as the lines on the console.</summary>
internal interface IEventReader
{
    /// <summary>
    /// Starts to follow the event log of a new world. The world calls the returned action after each event, while it is locked,
    /// so the action must return at once. The first event comes while the world is made.
    /// </summary>
    Action<EventLog> Follow(string account);
}
