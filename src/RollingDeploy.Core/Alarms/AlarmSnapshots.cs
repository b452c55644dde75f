using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Alarms;

/// <summary>Writes and reads alarms in snapshots. Rules and expressions are compiled again when they are read.</summary>
internal static class AlarmSnapshots
{
    /// <summary>Returns the metric alarms.</summary>
    public static IEnumerable<SavedMetricAlarm> SaveMetricAlarms(Region region) =>
        region.Alarms.OfMetrics.Select(alarm => alarm.Save(AlarmWatch.ExpectedAt(region, alarm)));

    /// <summary>Adds a metric alarm. One that slept is evaluated once.</summary>
    public static void Restore(Region region, SavedMetricAlarm saved)
    {
        var alarm = new MetricAlarm(saved, saved.Configuration.Source.Compile());
        region.Alarms.Add(alarm);
        AlarmWatch.Restore(region, alarm, saved.LookAt);
    }

    /// <summary>Adds a composite alarm.</summary>
    public static void Restore(Region region, SavedCompositeAlarm saved) =>
        region.Alarms.Add(new CompositeAlarm(saved, AlarmRule.Parse(saved.Configuration.Rule)));

    /// <summary>Returns the items of the history.</summary>
    public static IEnumerable<SavedHistoryItem> SaveHistory(Region region, SnapshotScope scope) =>
        region.AlarmHistory.All.Select(item => new SavedHistoryItem(item.Sequence, item.Type, scope.Events.Save(item.Happened)));

    /// <summary>Adds an item to the history.</summary>
    public static void Restore(Region region, SnapshotScope scope, SavedHistoryItem saved)
    {
        var happened = scope.Events.Restore(region, saved.Event);
        region.AlarmHistory.Restore(happened.Data is AlarmEvent
            ? new(saved.Sequence, saved.Type, happened)
            : throw new InvalidDataException($"the event {happened.Sequence} is not one of an alarm"));
    }
}
