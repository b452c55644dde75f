namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A region of an account. Regions are isolated from each other. Each feature stores its table in a slot of the region and adds
/// an extension property for it.
/// </summary>
public sealed class Region
{
    private Slots<Region> _slots = new();

    internal Region(Simulation simulation, string name)
    {
        Simulation = simulation;
        Name = name;
    }

    /// <summary>The account ID, which has twelve digits.</summary>
    public string Account => Simulation.Account;

    /// <summary>The name, such as <c>us-east-1</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The virtual time. Everything that was due before this time has run.
    /// </summary>
    public DateTimeOffset Now => Simulation.Now;

    /// <summary>The data that all regions of the account share.</summary>
    internal Simulation Simulation { get; }

    /// <summary>The scheduled work.</summary>
    internal Schedule Schedule => Simulation.Schedule;

    /// <summary>The random numbers.</summary>
    internal Chance Chance => Simulation.Chance;

    /// <summary>Returns an ID that is unique in the account.</summary>
    internal string NextId(string prefix) => Simulation.NextId(prefix);

    /// <summary>Returns the object in a slot. It is created on first use.</summary>
    internal T Get<T>(Slot<Region, T> slot)
        where T : class => _slots.Get(this, slot);
}
