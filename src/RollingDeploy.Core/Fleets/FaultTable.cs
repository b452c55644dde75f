namespace RollingDeploy.Core.Fleets;

/// <summary>The faults of a region, in the order in which they were asked for.</summary>
public sealed class FaultTable
{
    private readonly List<Fault> _faults = [];

    /// <summary>All of them, the spent ones too.</summary>
    public IReadOnlyList<Fault> All => _faults;

    /// <summary>The one with <paramref name="id"/>, if there is one.</summary>
    public Fault? Find(string id) => _faults.FirstOrDefault(fault => fault.Id == id);

    internal void Add(Fault fault) => _faults.Add(fault);

    internal void Remove(Fault fault) => _faults.Remove(fault);

    /// <summary>Whether one strikes here; the first that does is counted.</summary>
    internal bool Strikes(FaultKind kind, FaultScope here)
    {
        var fault = _faults.Find(each => each.Strikes(kind, here));
        if (fault is null)
        {
            return false;
        }

        fault.Hits++;
        return true;
    }
}
