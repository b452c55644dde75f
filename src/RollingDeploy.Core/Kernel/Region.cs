namespace RollingDeploy.Core.Kernel;

/// <summary>
/// One region of an account: nothing in it is seen from another. It has a slot for each table of the rooms above, which add
/// their own by an extension property.
/// </summary>
public sealed class Region
{
    private readonly Slots _slots = new();

    internal Region(Simulation simulation, string name)
    {
        Simulation = simulation;
        Name = name;
    }

    /// <summary>The account's twelve digits.</summary>
    public string Account => Simulation.Account;

    /// <summary>Its name, such as <c>us-east-1</c>.</summary>
    public string Name { get; }

    /// <summary>The virtual time up to which everything has been carried out.</summary>
    public DateTimeOffset Now => Simulation.Now;

    /// <summary>What it shares with the other regions of its account.</summary>
    internal Simulation Simulation { get; }

    /// <summary>Everything that waits.</summary>
    internal Schedule Schedule => Simulation.Schedule;

    /// <summary>What is left to chance.</summary>
    internal Chance Chance => Simulation.Chance;

    /// <summary>An id that nothing else in the account has.</summary>
    internal string NextId(string prefix) => Simulation.NextId(prefix);

    /// <summary>What a room keeps in a slot, which is made when it is first asked for.</summary>
    internal T Get<T>(Slot<Region, T> slot)
        where T : class => _slots.Get(this, slot);
}
