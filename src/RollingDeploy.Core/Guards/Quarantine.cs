using System.Collections.Immutable;

namespace RollingDeploy.Core.Guards;

/// <summary>
/// The owners that were set aside in a world. They do not work until a user updates or puts them again. Their entries in the
/// schedule continue, so to let an owner work again, it only has to be removed from this list. After startup and after a reset,
/// the list is empty.
/// </summary>
public sealed class Quarantine
{
    private readonly Simulation _simulation;
    private readonly Func<Owner, OwnerWords> _wordsFor;
    private readonly Dictionary<Owner, SetAside> _owners = [];

    // Health checks must not wait for the lock of the world during an advance. They read an immutable list.
    private volatile ImmutableList<SetAside> _all = [];

    /// <param name="simulation">The simulation of the account.</param>
    /// <param name="wordsFor">Returns the description of an owner.</param>
    internal Quarantine(Simulation simulation, Func<Owner, OwnerWords> wordsFor)
    {
        _simulation = simulation;
        _wordsFor = wordsFor;
    }

    /// <summary>All entries, oldest first. To read them, the lock of the world is not needed.</summary>
    public IReadOnlyList<SetAside> All => _all;

    /// <summary>Called with the name of an owner that was set aside and the exception.</summary>
    internal Action<string, Exception>? Report { get; init; }

    /// <summary>Called before the work of an owner.</summary>
    internal Action<Owner>? WorkBegins { get; init; }

    /// <summary>Returns the entry of <paramref name="owner"/>; null if it is not set aside.</summary>
    public SetAside? Of(Owner owner) => _owners.GetValueOrDefault(owner);

    internal bool Has(Owner owner) => _owners.Count > 0 && _owners.ContainsKey(owner);

    /// <summary>Sets an owner aside and reports it. If it is set aside already, nothing happens.</summary>
    internal void Add(Owner owner, Exception defect)
    {
        var (name, remedy) = _wordsFor(owner);
        var entry = new SetAside(owner, name, _simulation.Now, SetAside.Describe(defect)) { Remedy = remedy };
        if (_owners.TryAdd(owner, entry))
        {
            _all = _all.Add(entry);
            Tell($"{name} of account {_simulation.Account} in {owner.Region}", defect);
        }
    }

    /// <summary>Lets an owner work again, after it was put again or deleted. Returns whether it was set aside.</summary>
    internal bool Remove(Owner owner)
    {
        var found = _owners.Remove(owner, out var entry);
        if (found)
        {
            _all = _all.Remove(entry!);
        }

        return found;
    }

    /// <summary>Returns all entries, for a snapshot.</summary>
    internal IEnumerable<SavedSetAside> Save() =>
        _all.Select(each => new SavedSetAside(each.Owner, each.Name, each.Since, each.Defect));

    /// <summary>Sets an owner aside as in a snapshot. Nothing is reported.</summary>
    internal void Restore(SavedSetAside state)
    {
        var entry = new SetAside(state.Owner, state.Name, state.Since, state.Defect) { Remedy = _wordsFor(state.Owner).Remedy };
        _owners.Add(state.Owner, entry);
        _all = _all.Add(entry);
    }

    // A failure of the report must not make things worse.
    private void Tell(string what, Exception defect)
    {
        try
        {
            Report?.Invoke(what, defect);
        }
        catch (Exception)
        {
            // The entry stays in the list, which /health shows.
        }
    }
}

/// <summary>The owners that were set aside in an account.</summary>
public static class RegionQuarantine
{
    private static readonly Slot<Simulation, Quarantine> Slot =
        new(static _ => throw new InvalidOperationException("A world must have a quarantine."));

    extension(Region region)
    {
        /// <summary>The owners that were set aside in the account.</summary>
        public Quarantine Quarantine => region.Simulation.Get(Slot);
    }

    /// <summary>Sets the quarantine of an account.</summary>
    internal static Quarantine Set(Simulation simulation, Quarantine quarantine) => simulation.Put(Slot, quarantine);
}
