using System.Collections.Immutable;

namespace RollingDeploy.Core.Guards;

/// <summary>
/// Who was set aside in a world. They do no work until they are put again; their entries in the schedule go on, so that
/// reviving one is nothing but taking it out of here. A world begins with nobody in it, and so does a reset.
/// </summary>
public sealed class Quarantine
{
    private readonly World _world;
    private readonly Dictionary<Owner, SetAside> _owners = [];

    // A health check must not wait for a world that is advancing: what it reads is replaced, never changed.
    private volatile ImmutableList<SetAside> _all = [];

    internal Quarantine(World world) => _world = world;

    /// <summary>All of them, who was set aside first coming first. To read it, the world's lock is not needed.</summary>
    public IReadOnlyList<SetAside> All => _all;

    /// <summary>Who was set aside of <paramref name="owner"/>; null where it works.</summary>
    public SetAside? Of(Owner owner) => _owners.GetValueOrDefault(owner);

    internal bool Has(Owner owner) => _owners.Count > 0 && _owners.ContainsKey(owner);

    /// <summary>Sets somebody aside, and reports it: once, however often the same one fails.</summary>
    internal void Add(Owner owner, Exception defect)
    {
        var name = OwnerWords.NameOf(owner, _world.FindRegion(owner.Region));
        var entry = new SetAside(owner, name, _world.Now, SetAside.Describe(defect));
        if (_owners.TryAdd(owner, entry))
        {
            _all = _all.Add(entry);
            Report($"{name} of account {_world.Account} in {owner.Region}", defect);
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
    private void Report(string what, Exception defect)
    {
        try
        {
            _world.Settings.ReportDefect?.Invoke(what, defect);
        }
        catch (Exception)
        {
            // It stays in the list, which /health shows.
        }
    }
}
