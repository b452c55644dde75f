using System.Collections.Immutable;

namespace RollingDeploy.Core.Guards;

/// <summary>
/// Who was set aside in a world. They do no work until they are put again; their entries in the schedule go on, so that
/// reviving one is nothing but taking it out of here. A world begins with nobody in it, and so does a reset.
/// </summary>
public sealed class Quarantine
{
    private readonly Simulation _simulation;
    private readonly Func<Owner, OwnerWords> _wordsFor;
    private readonly Dictionary<Owner, SetAside> _owners = [];

    // A health check must not wait for a world that is advancing: what it reads is replaced, never changed.
    private volatile ImmutableList<SetAside> _all = [];

    /// <param name="simulation">The account's.</param>
    /// <param name="wordsFor">What somebody is called, and what revives it: its room knows.</param>
    internal Quarantine(Simulation simulation, Func<Owner, OwnerWords> wordsFor)
    {
        _simulation = simulation;
        _wordsFor = wordsFor;
    }

    /// <summary>All of them, who was set aside first coming first. To read it, the world's lock is not needed.</summary>
    public IReadOnlyList<SetAside> All => _all;

    /// <summary>Told who was set aside after a defect of ours, and of the defect.</summary>
    internal Action<string, Exception>? Report { get; init; }

    /// <summary>Told whose work begins.</summary>
    internal Action<Owner>? WorkBegins { get; init; }

    /// <summary>Who was set aside of <paramref name="owner"/>; null where it works.</summary>
    public SetAside? Of(Owner owner) => _owners.GetValueOrDefault(owner);

    internal bool Has(Owner owner) => _owners.Count > 0 && _owners.ContainsKey(owner);

    /// <summary>Sets somebody aside, and reports it: once, however often the same one fails.</summary>
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

    /// <summary>Lets somebody work again, who was put again or is gone. Returns whether it was set aside.</summary>
    internal bool Remove(Owner owner)
    {
        var found = _owners.Remove(owner, out var entry);
        if (found)
        {
            _all = _all.Remove(entry!);
        }

        return found;
    }

    // Who is told of a defect must not make it worse.
    private void Tell(string what, Exception defect)
    {
        try
        {
            Report?.Invoke(what, defect);
        }
        catch (Exception)
        {
            // It stays in the list, which /health shows.
        }
    }
}

/// <summary>Who was set aside in an account.</summary>
public static class RegionQuarantine
{
    private static readonly Slot<Simulation, Quarantine> Slot =
        new(static _ => throw new InvalidOperationException("A world begins with a quarantine."));

    extension(Region region)
    {
        /// <summary>Who was set aside in the account.</summary>
        public Quarantine Quarantine => region.Simulation.Get(Slot);
    }

    /// <summary>Gives an account its quarantine.</summary>
    internal static Quarantine Set(Simulation simulation, Quarantine quarantine) => simulation.Put(Slot, quarantine);
}
