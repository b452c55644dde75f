using RollingDeploy.Core.Events;
using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.Webhooks;

/// <summary>A program that gets events by HTTP.</summary>
/// <param name="url">Where they are sent.</param>
/// <param name="giveUp">The time after which an event that is not accepted is given up.</param>
internal abstract class Receiver(Uri url, TimeSpan giveUp)
{
    /// <summary>Its name in the state file.</summary>
    public abstract string Key { get; }

    /// <summary>Its name in the log.</summary>
    public abstract string Name { get; }

    public TimeSpan GiveUp => giveUp;

    protected Uri Url => url;

    /// <summary>Writes what is sent for an event; null for nothing.</summary>
    public abstract WrittenEvent? Write(string account, LoggedEvent logged);

    /// <summary>Writes what is sent before the event that follows those that were missed; null for nothing.</summary>
    public abstract WrittenEvent? Write(LostEvents lost);

    /// <summary>Makes the request that sends an event.</summary>
    public abstract HttpRequestMessage Request(string account, EventPlace place, WrittenEvent written);
}
