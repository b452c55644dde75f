using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>Tells which alarms cannot change until their metrics have other data.</summary>
internal static class QuietAlarms
{
    /// <summary>
    /// Returns whether every later evaluation of an alarm has the same result as the one now: each of its metrics has no data in
    /// the window and after it, or has equal data every minute of it and continues so. An alarm whose evaluation depends on the
    /// time or on the set of metrics, or whose actions are repeated, is never quiet, and neither is one in its warm-up period.
    /// </summary>
    public static bool Has(Region region, MetricAlarm alarm) =>
        !alarm.IsWarmingUp
        && alarm.Configuration.WallClock is null
        && alarm.Reader.DependsOnDataOnly
        && !AlarmTransition.RepeatsActions(alarm)
        && AreAllQuiet(region, alarm.Configuration);

    private static bool AreAllQuiet(Region region, AlarmConfiguration configuration)
    {
        var start = AlarmWatch.WindowOf(region, configuration).StartOf(0);
        foreach (var stat in configuration.Source.Stats)
        {
            if (region.Metrics.Find(stat.Metric) is { } metric
                && !(metric.IsRepeated
                    ? IsByTheMinute(configuration, stat) && metric.NewestOfOthers < start && metric.IsEvenFrom(start)
                    : !(metric.NewestAt(region.Now) >= start)))
            {
                return false;
            }
        }

        return true;
    }

    // Then all windows, one minute apart, begin at the same place of a period.
    private static bool IsByTheMinute(AlarmConfiguration configuration, MetricStat stat) =>
        configuration.IntervalInSeconds == 60 && stat.PeriodInSeconds == configuration.PeriodInSeconds;
}
