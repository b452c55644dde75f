using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>Tells which alarms cannot change until data is added to their metrics.</summary>
internal static class QuietAlarms
{
    /// <summary>
    /// Returns whether every later evaluation of an alarm has the same result as the one now: there are no data in its window and
    /// after it. An alarm whose evaluation depends on the time or on the set of metrics, or whose actions are repeated, is never
    /// quiet, and neither is one in its warm-up period.
    /// </summary>
    public static bool Has(Region region, MetricAlarm alarm) =>
        !alarm.IsWarmingUp
        && alarm.Configuration.WallClock is null
        && alarm.Reader.DependsOnDataOnly
        && !AlarmTransition.RepeatsActions(alarm)
        && HasNoDataSince(region, alarm, AlarmWatch.WindowOf(region, alarm.Configuration).StartOf(0));

    private static bool HasNoDataSince(Region region, MetricAlarm alarm, DateTimeOffset start)
    {
        foreach (var stat in alarm.Configuration.Source.Stats)
        {
            if (region.Metrics.Find(stat.Metric)?.Newest >= start)
            {
                return false;
            }
        }

        return true;
    }
}
