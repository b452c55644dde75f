namespace RollingDeploy.Core.Fleets;

/// <summary>Asks for a fault; its result is the fault with its id.</summary>
public sealed record AddFault(string Region, FaultKind Kind, FaultScope Scope, int? Times) : Command<Fault>(Region)
{
    /// <inheritdoc/>
    protected internal override Fault Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var fault = new Fault(region.World.NextId("fault"), Kind, Scope, Times);
        region.Faults.Add(fault);
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
        }

        return fault is not null;
    }
}
