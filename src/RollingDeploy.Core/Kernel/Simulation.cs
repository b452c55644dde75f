namespace RollingDeploy.Core.Kernel;

/// <summary>
/// What the regions of an account share: its time, what waits, what is left to chance, and the ids that it gives.
/// </summary>
internal sealed class Simulation(string account, DateTimeOffset start, ulong seed)
{
    private readonly Slots _slots = new();
    private readonly Dictionary<string, long> _lastIds = new(StringComparer.Ordinal);

    /// <summary>The account's twelve digits.</summary>
    public string Account => account;

    /// <summary>The virtual time up to which everything has been carried out.</summary>
    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>Everything that waits.</summary>
    public Schedule Schedule { get; } = new();

    /// <summary>What is left to chance.</summary>
    public Chance Chance { get; } = new(seed);

    /// <summary>Time passes; it never goes back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment > Now)
        {
            Now = moment;
        }
    }

    /// <summary>An id that nothing else in the account has, such as <c>d-000001</c>.</summary>
    public string NextId(string prefix)
    {
        var id = _lastIds.GetValueOrDefault(prefix) + 1;
        _lastIds[prefix] = id;
        return $"{prefix}-{id:D6}";
    }

    /// <summary>What a room keeps in a slot, which is made when it is first asked for.</summary>
    public T Get<T>(Slot<Simulation, T> slot)
        where T : class => _slots.Get(this, slot);

    /// <summary>Sets what a room keeps in a slot: settings come from the outside.</summary>
    public T Put<T>(Slot<Simulation, T> slot, T item)
        where T : class => _slots.Put(slot, item);
}
