using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Faults;

/// <summary>
/// Adds a fault. The result is the fault with its ID. A crash affects matching instances in service at once, or when its moment
/// comes.
/// </summary>
/// <param name="Region">The region.</param>
/// <param name="Kind">What fails.</param>
/// <param name="Scope">Where it fails.</param>
/// <param name="Times">The maximum number of times; null for no limit. For crashes, null means once.</param>
public sealed record AddFault(string Region, FaultKind Kind, FaultScope Scope, int? Times) : Command<Fault>(Region)
{
    /// <summary>The duration of a slow launch.</summary>
    public TimeSpan Takes { get; init; } = Fault.DefaultTakes;

    /// <summary>The fraction of the calls that an API fault affects; null for all calls.</summary>
    public double? Rate { get; init; }

    /// <summary>The moment from which the fault is active; null for now.</summary>
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

/// <summary>Removes a fault. The result is whether it existed.</summary>
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

/// <summary>
/// Finds the fault for a call of an operation, before the operation runs. The result is this fault; null if there is none.
/// </summary>
public sealed record StrikeCall(string Region, string Operation) : Command<Fault?>(Region)
{
    /// <inheritdoc/>
    protected internal override Fault? Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Faults.StrikeCall(new FaultScope { Operation = Operation });
    }
}
