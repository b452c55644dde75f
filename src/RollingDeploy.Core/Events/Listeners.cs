using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Events;

/// <summary>
/// The listeners to one kind of notification in a world. They are called at once, in the order of their registration. Through
/// them, a feature can notify features that depend on it.
/// </summary>
/// <typeparam name="T">The type of the notification.</typeparam>
internal sealed class Listeners<T>
{
    private (string Name, Action<Region, T> Hear)[] _all = [];

    /// <summary>Adds a listener. All listeners are added in one place when a world is created.</summary>
    public void Add(string name, Action<Region, T> hear) => _all = [.. _all, ($"{name} ({typeof(T).Name})", hear)];

    /// <summary>
    /// Calls all listeners. If a listener throws an exception, only this listener is set aside: the others are called, and the
    /// caller continues.
    /// </summary>
    public void Tell(Region region, T what)
    {
        foreach (var (name, hear) in _all)
        {
            Guard.Run(region, new Owner(region.Name, name, OwnerType.Listener), (hear, what),
                static (region, its) => its.hear(region, its.what));
        }
    }
}
