namespace RollingDeploy.Core.Kernel;

/// <summary>The data that all regions of an account share: the time, the schedule, the random numbers and the last IDs.</summary>
internal sealed class Simulation(string account, DateTimeOffset start, ulong seed)
{
    private Slots<Simulation> _slots = new();
    private readonly Dictionary<string, long> _lastIds = new(StringComparer.Ordinal);

    /// <summary>The account ID, which has twelve digits.</summary>
    public string Account => account;

    /// <summary>
    /// The virtual time. Everything that was due before this time has run.
    /// </summary>
    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>The scheduled work.</summary>
    public Schedule Schedule { get; } = new();

    /// <summary>
    /// Whether everything is looked at every minute and at every poll, also if nothing can have changed. Tests compare both ways.
    /// </summary>
    public bool IsEager { get; set; }

    /// <summary>The random numbers.</summary>
    public Chance Chance { get; } = new(seed);

    /// <summary>Sets the time. It never goes back: an earlier moment changes nothing.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment > Now)
        {
            Now = moment;
        }
    }

    /// <summary>Returns the shared data, for a snapshot.</summary>
    /// <param name="startedAt">The virtual time at which the world has started.</param>
    public SavedSimulation Save(DateTimeOffset startedAt)
    {
        var (furthest, settled) = Schedule.Save();
        return new(
            Now,
            startedAt,
            new(Chance.Seed),
            [.. _lastIds.Select(each => new LastId(each.Key, each.Value))],
            Chance.Save(),
            furthest is { } place ? SavedPlace.Of(place) : null,
            settled);
    }

    /// <summary>Continues as in a snapshot. The time and the seed are those of the constructor.</summary>
    public void Restore(SavedSimulation state)
    {
        foreach (var (prefix, number) in state.LastIds)
        {
            _lastIds.Add(prefix, number);
        }

        Chance.Restore(state.Chance);
        Schedule.Restore(state.Furthest?.ToPlace(), state.Settled);
    }

    /// <summary>Returns an ID that is unique in the account, such as <c>d-000001</c>.</summary>
    public string NextId(string prefix)
    {
        var id = _lastIds.GetValueOrDefault(prefix) + 1;
        _lastIds[prefix] = id;
        return $"{prefix}-{id:D6}";
    }

    /// <summary>Returns the object in a slot. It is created on first use.</summary>
    public T Get<T>(Slot<Simulation, T> slot)
        where T : class => _slots.Get(this, slot);

    /// <summary>Sets the object in a slot, for settings of the world.</summary>
    public T Put<T>(Slot<Simulation, T> slot, T item)
        where T : class => _slots.Put(slot, item);
}
