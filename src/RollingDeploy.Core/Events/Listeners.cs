using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Events;

/// <summary>
/// Who is told of one kind of thing that happens in a world, at the point where it happens and in the order in which they are
/// registered. So a room reaches those above it without knowing them.
/// </summary>
/// <typeparam name="T">What happens.</typeparam>
internal sealed class Listeners<T>
{
    private (string Name, Action<Region, T> Hear)[] _all = [];

    /// <summary>Registers the next listener. A world does it when it is made, for all of them in one place.</summary>
    public void Add(string name, Action<Region, T> hear) => _all = [.. _all, (name, hear)];

    /// <summary>Tells all of them. One that throws is set aside by itself; the others and whoever tells go on.</summary>
    public void Tell(Region region, T what)
    {
        foreach (var (name, hear) in _all)
        {
            Guard.Run(region, new Owner(region.Name, name, OwnerType.Listener), (hear, what),
                static (region, its) => its.hear(region, its.what));
        }
    }
}
