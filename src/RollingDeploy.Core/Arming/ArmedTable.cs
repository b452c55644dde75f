namespace RollingDeploy.Core.Arming;

/// <summary>The armed behaviors and faults that wait in a region, in the order in which they were armed.</summary>
public sealed class ArmedTable
{
    private readonly List<Armed> _waiting = [];

    internal Armed Add(Owner what, When when)
    {
        var armed = new Armed(what, when);
        _waiting.Add(armed);
        return armed;
    }

    /// <summary>Removes an item that has become active, was removed, or is armed again.</summary>
    internal void Remove(Armed? armed)
    {
        if (armed is not null)
        {
            _waiting.Remove(armed);
        }
    }

    /// <summary>Returns the items, for a snapshot.</summary>
    internal IEnumerable<SavedArmed> Save() => _waiting.Select(armed => SavedArmed.Of(armed)!);

    /// <summary>Adds an item of a snapshot.</summary>
    internal void Restore(Region region, SavedArmed saved) =>
        _waiting.Add(new(new(region.Name, saved.Name, saved.Type), saved));

    /// <summary>Returns the item of a behavior or a fault in a snapshot: one that waits, or one that is active.</summary>
    internal Armed Open(Region region, SavedArmed saved)
    {
        var owner = new Owner(region.Name, saved.Name, saved.Type);
        return _waiting.Find(armed => armed.What == owner) ?? new(owner, saved);
    }

    /// <summary>Returns the item of this owner that becomes active at this time; null if there is none.</summary>
    internal Armed? FindCounting(Owner what, DateTimeOffset at) =>
        _waiting.Find(armed => armed.What == what && armed.State == ArmedState.Counting && armed.At == at);

    /// <summary>Returns the items that wait for a bake of a deployment.</summary>
    internal List<Armed> WaitingFor(Owner subject, int bake) =>
        _waiting.FindAll(armed => armed.State == ArmedState.Armed && armed.When.Bake == bake && armed.When.IsOf(subject));

    /// <summary>Returns the items that become active at a known time of the running deployment.</summary>
    internal List<Armed> CountingIn(Owner subject) =>
        _waiting.FindAll(armed => armed.State == ArmedState.Counting && armed.When.IsOf(subject));

    /// <summary>Returns the earliest known time at which an item of a deployment becomes active; null if there is none.</summary>
    internal DateTimeOffset? NextIn(Owner subject) => _waiting.Count == 0 ? null : CountingIn(subject).Min(armed => armed.At);
}
