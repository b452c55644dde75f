namespace RollingDeploy.Core.Guards;

/// <summary>
/// Isolates the owners of work from each other. Owners are for example an alarm, the metrics of an endpoint, a scaling policy or
/// a fleet. If the work of an owner fails because of a bug in RollingDeploy, only this owner is set aside. Other owners and the
/// call that ran the work are not affected.
/// </summary>
internal static class Guard
{
    /// <summary>
    /// Runs the work of <paramref name="owner"/> unless it is set aside. Returns whether the work was completed.
    /// </summary>
    public static bool Run<TState>(Region region, Owner owner, TState state, Action<Region, TState> work)
    {
        var quarantine = region.Quarantine;
        return !quarantine.Has(owner) && Try(quarantine, region, owner, state, work);
    }

    /// <summary>
    /// Runs the work even if its owner is set aside, for periodic work: an evaluation of alarms runs again at its next time even
    /// if this one fails. Returns whether the work was completed.
    /// </summary>
    public static bool Try<TState>(Region region, Owner owner, TState state, Action<Region, TState> work) =>
        Try(region.Quarantine, region, owner, state, work);

    private static bool Try<TState>(Quarantine quarantine, Region region, Owner owner, TState state, Action<Region, TState> work)
    {
        try
        {
            quarantine.WorkBegins?.Invoke(owner);
            work(region, state);
            return true;
        }
        catch (Exception defect)
        {
            // Any exception here is a bug in RollingDeploy, because commands refuse invalid requests before they start work.
            quarantine.Add(owner, defect);
            return false;
        }
    }
}
