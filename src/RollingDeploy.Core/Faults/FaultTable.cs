using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Faults;

/// <summary>The faults of a region, in the order in which they were added.</summary>
public sealed class FaultTable
{
    private readonly List<Fault> _faults = [];
    private readonly Region _region;

    internal FaultTable(Region region) => _region = region;

    /// <summary>All faults, including those that cannot occur again.</summary>
    public IReadOnlyList<Fault> All => _faults;

    /// <summary>Returns the fault with the ID <paramref name="id"/>; null if there is none.</summary>
    public Fault? Find(string id) => _faults.Find(fault => fault.Id == id);

    /// <summary>Returns whether a fault of this kind can occur now.</summary>
    public bool HasPending(FaultKind kind) => _faults.Exists(fault => fault.Kind == kind && fault.IsPending);

    /// <summary>Whether one of them may strike a call of the API, now or once its moment has come.</summary>
    internal bool MayStrikeCalls => _faults.Exists(
        static fault => fault.Kind is FaultKind.Throttling or FaultKind.InternalError && !fault.IsSpent);

    internal void Add(Fault fault)
    {
        _faults.Add(fault);
        _region.Log(SubjectType.Fault, fault.Id, new FaultAdded(fault.Kind, fault.Scope, fault.Times));
    }

    /// <summary>Adds a fault of a snapshot.</summary>
    internal void Restore(Fault fault) => _faults.Add(fault);

    internal void Remove(Fault fault)
    {
        _faults.Remove(fault);
        _region.Log(SubjectType.Fault, fault.Id, new FaultRemoved(fault.Kind));
    }

    /// <summary>Returns whether a fault matches here. The fault is not counted as occurred.</summary>
    internal bool WouldStrike(FaultKind kind, FaultScope here) => _faults.Exists(each => each.Strikes(kind, here));

    /// <summary>Returns the first fault that matches here and counts it as occurred; null if there is none.</summary>
    internal Fault? Strike(FaultKind kind, FaultScope here) => Count(_faults.Find(each => each.Strikes(kind, here)), here);

    /// <summary>
    /// Returns the first API fault that matches a call and counts it as occurred. A fault with a rate matches at random.
    /// </summary>
    internal Fault? StrikeCall(FaultScope call) => Count(
        _faults.Find(each =>
            (each.Strikes(FaultKind.Throttling, call) || each.Strikes(FaultKind.InternalError, call)) && each.StrikesByChance()),
        call);

    private Fault? Count(Fault? fault, FaultScope where)
    {
        if (fault is not null)
        {
            fault.Hits++;
            _region.Log(SubjectType.Fault, fault.Id, new FaultStruck(fault.Kind, where, fault.Hits));
        }

        return fault;
    }
}
