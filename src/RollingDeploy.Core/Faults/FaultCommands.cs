using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Faults;

/// <summary>
/// Asks for a fault; its result is the fault with its id. A crash strikes at once what is in service and fits, or when its moment
/// comes.
/// </summary>
/// <param name="Region">The region.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Scope">Where.</param>
/// <param name="Times">How often at most; null without end, but a crash without a number is one.</param>
public sealed record AddFault(string Region, FaultKind Kind, FaultScope Scope, int? Times) : Command<Fault>(Region)
{
    /// <summary>How long a slow launch takes.</summary>
    public TimeSpan Takes { get; init; } = Fault.DefaultTakes;

    /// <summary>The part of the calls that a fault of the API strikes; null for all.</summary>
    public double? Rate { get; init; }

    /// <summary>From which moment on it can strike; null for now.</summary>
    public When? When { get; init; }

    /// <inheritdoc/>
    protected internal override Fault Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var times = Kind == FaultKind.InstanceCrash ? Times ?? 1 : Times;
        var id = region.NextId("fault");
        var fault = new Fault(id, Kind, Scope, times)
        {
            Takes = Takes,
            Rate = Rate,
            Dice = region.Chance.CallsOf(id),
            Armed = When is null ? null : region.Armed.Add(new Owner(region.Name, id, OwnerType.Fault), When),
        };
        region.Faults.Add(fault);
        region.Tell(new FaultAsked(fault));
        return fault;
    }
}

/// <summary>Takes a fault back; its result tells whether it was there.</summary>
public sealed record RemoveFault(string Region, string Id) : Command<bool>(Region)
{
    /// <inheritdoc/>
    protected internal override bool Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var fault = region.Faults.Find(Id);
        if (fault is not null)
        {
            region.Faults.Remove(fault);
            region.Armed.Remove(fault.Armed);
        }

        return fault is not null;
    }
}

/// <summary>An operation is about to be served; its result is the fault that strikes the call, if one does.</summary>
public sealed record StrikeCall(string Region, string Operation) : Command<Fault?>(Region)
{
    /// <inheritdoc/>
    protected internal override Fault? Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Faults.StrikeCall(new FaultScope { Operation = Operation });
    }
}
