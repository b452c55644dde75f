using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Faults;

/// <summary>The faults of a region, in the order in which they were asked for.</summary>
public sealed class FaultTable
{
    private readonly List<Fault> _faults = [];
    private readonly Region _region;

    internal FaultTable(Region region) => _region = region;

    /// <summary>All of them, the spent ones too.</summary>
    public IReadOnlyList<Fault> All => _faults;

    /// <summary>The one with <paramref name="id"/>, if there is one.</summary>
    public Fault? Find(string id) => _faults.Find(fault => fault.Id == id);

    /// <summary>Whether one of a kind may still strike somewhere.</summary>
    public bool HasPending(FaultKind kind) => _faults.Exists(fault => fault.Kind == kind && fault.IsPending);

    /// <summary>Whether one of them may strike a call of the API, now or once its moment has come.</summary>
    internal bool MayStrikeCalls => _faults.Exists(
        static fault => fault.Kind is FaultKind.Throttling or FaultKind.InternalError && !fault.IsSpent);

    internal void Add(Fault fault)
    {
        _faults.Add(fault);
        _region.Log(SubjectType.Fault, fault.Id, new FaultAdded(fault.Kind, fault.Scope, fault.Times));
    }

    internal void Remove(Fault fault)
    {
        _faults.Remove(fault);
        _region.Log(SubjectType.Fault, fault.Id, new FaultRemoved(fault.Kind));
    }

    /// <summary>Whether one would strike here: looking does not count.</summary>
    internal bool WouldStrike(FaultKind kind, FaultScope here) => _faults.Exists(each => each.Strikes(kind, here));

    /// <summary>The first that strikes here, which is counted; null where none does.</summary>
    internal Fault? Strike(FaultKind kind, FaultScope here) => Count(_faults.Find(each => each.Strikes(kind, here)), here);

    /// <summary>The first that strikes a call of the API, which is counted; one with a rate strikes by its dice.</summary>
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
