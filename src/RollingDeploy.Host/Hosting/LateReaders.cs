using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The readers of the event log of a world that is being restored. They begin when it is restored, because its events have
/// happened before.
/// </summary>
internal sealed class LateReaders
{
    private Action<EventLog>? _readers;

    /// <summary>Called after each event.</summary>
    public void Tell(EventLog log) => _readers?.Invoke(log);

    /// <summary>Tells these readers from now on.</summary>
    public void Begin(Action<EventLog>? readers) => _readers = readers;
}
