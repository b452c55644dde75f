namespace RollingDeploy.Core.Fleets;

/// <summary>Asks for a fault; its result is the fault with its id.</summary>
public sealed record AddFault(string Region, FaultKind Kind, FaultScope Scope, int? Times) : Command<Fault>(Region)
{
    /// <inheritdoc/>
    protected internal override Fault Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var fault = new Fault(region.World.NextId("fault"), Kind, Scope with { Region = region.Name }, Times);
        region.World.Faults.Add(fault);
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
        var fault = region.World.Faults.In(region).FirstOrDefault(each => each.Id == Id);
        if (fault is not null)
        {
            region.World.Faults.Remove(fault);
        }

        return fault is not null;
    }
}
