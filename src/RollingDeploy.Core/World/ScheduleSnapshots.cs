namespace RollingDeploy.Core;

/// <summary>
/// Writes and reads the schedule in snapshots. Meters and metric alarms enter themselves when they are restored, because those
/// that sleep are woken once.
/// </summary>
internal static class ScheduleSnapshots
{
    /// <summary>Returns the entries of a region, in their order.</summary>
    public static IEnumerable<SavedEntry> Save(Region region) => region.Schedule.Entries
        .Where(entry => entry.Owner.Region == region.Name && entry.Kind is not (DueKind.Metrics or DueKind.AlarmEvaluation))
        .OrderBy(entry => entry.Place)
        .Select(entry => new SavedEntry(entry.Due, entry.Kind, entry.Owner.Name, entry.Owner.Type));

    /// <summary>Adds an entry.</summary>
    public static void Restore(Region region, SavedEntry state) =>
        region.Schedule.Add(state.Due, state.Kind, new Owner(region.Name, state.Name, state.Type));
}
