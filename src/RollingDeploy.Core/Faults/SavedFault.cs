using RollingDeploy.Core.Arming;

namespace RollingDeploy.Core.Faults;

/// <summary>A fault, in a snapshot.</summary>
internal sealed record SavedFault(
    string Id,
    FaultKind Kind,
    FaultScope Scope,
    TimeSpan Takes,
    SavedDice Dice,
    int? Times = null,
    double? Rate = null,
    int Hits = 0,
    SavedArmed? Armed = null)
{
    /// <summary>Returns the plain values of a fault.</summary>
    public static SavedFault Of(Fault fault) => new(
        fault.Id, fault.Kind, fault.Scope, fault.Takes, fault.Dice!.Save(), fault.Times, fault.Rate, fault.Hits,
        SavedArmed.Of(fault.Armed));

    /// <summary>Returns the fault.</summary>
    public Fault ToFault(Region region)
    {
        var dice = new Dice(0);
        dice.Restore(Dice);
        return new(Id, Kind, Scope, Times)
        {
            Takes = Takes,
            Rate = Rate,
            Dice = dice,
            Hits = Hits,
            Armed = Armed is null ? null : region.Armed.Open(region, Armed),
        };
    }
}
