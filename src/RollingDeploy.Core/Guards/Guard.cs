namespace RollingDeploy.Core.Guards;

/// <summary>
/// The edge around each owner of work: one alarm, one composite alarm, one endpoint's metrics, one policy, one fleet. A defect of
/// ours in one of them sets that one aside, and neither its neighbours nor the call that happened to run it notice.
/// </summary>
internal static class Guard
{
    /// <summary>Lets <paramref name="owner"/> work, unless it is set aside. Returns whether the work was done.</summary>
    public static bool Run<TState>(Region region, Owner owner, TState state, Action<Region, TState> work)
    {
        var quarantine = region.Quarantine;
        return !quarantine.Has(owner) && Try(quarantine, region, owner, state, work);
    }

    /// <summary>
    /// The same for work that never stops: a round of alarms goes on at its next look, whatever became of this one.
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
            // Whatever it is, it is ours: refusals are given before anything is done, by the command itself.
            quarantine.Add(owner, defect);
            return false;
        }
    }
}
