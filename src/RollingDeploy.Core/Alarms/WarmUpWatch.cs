using RollingDeploy.Core.Events;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Begins and ends the warm-up periods of metric alarms (CloudWatch user guide, Alarm warm-up periods). A warm-up period begins
/// only when an alarm is created. An update can change it or end it, but cannot begin it again.
/// </summary>
internal static class WarmUpWatch
{
    private const string ForcedState = "Unchecked: The alarm is in its warm-up period";

    /// <summary>Begins, changes or ends the warm-up period of an alarm that was put.</summary>
    public static void Put(Region region, MetricAlarm alarm, bool isNew)
    {
        if (!isNew && !alarm.IsWarmingUp)
        {
            return;
        }

        var end = alarm.Configuration.WarmUp is { } warmUp ? alarm.CreatedAt.AddMinutes(warmUp.Minutes) : region.Now;
        if (end > region.Now)
        {
            alarm.WarmUpUntil(end);
            region.Schedule.Add(end, DueKind.WarmUp, alarm.OwnerIn(region));
        }
        else if (alarm.IsWarmingUp)
        {
            End(region, alarm, WarmUpEnd.Updated);
        }
    }

    /// <summary>Ends a warm-up period whose time has passed. One that was changed or has ended early is ignored.</summary>
    public static void TimeIsUp(Region region, string name)
    {
        if (region.Alarms.TryGet<MetricAlarm>(name, out var alarm) && alarm.WarmsUpUntil <= region.Now)
        {
            End(region, alarm, WarmUpEnd.Elapsed);
        }
    }

    /// <summary>
    /// Ends the warm-up period early if data fill the window, and returns whether it has ended. Until it ends, the alarm returns
    /// to INSUFFICIENT_DATA from any state that SetAlarmState has set.
    /// </summary>
    public static bool EndsWith(Region region, MetricAlarm alarm, in AlarmWindow window, ReadOnlySpan<Datapoint> points)
    {
        if (alarm.Configuration.WarmUp is { IsWhole: false } && IsFull(region, alarm.Configuration, window, points))
        {
            End(region, alarm, WarmUpEnd.WindowFilled);
            return true;
        }

        AlarmTransition.Enter(region, alarm, AlarmState.InsufficientData, ForcedState, null);
        return false;
    }

    // The user guide's example: three periods of five minutes, and data from 10:04 on, are full at 10:19. So the data must be as
    // old as the window, and there must be a datapoint for the newest period. Older periods may be missing. An alarm with
    // contributors has no datapoints of its own, so its warm-up period lasts until its time has passed.
    private static bool IsFull(
        Region region, AlarmConfiguration configuration, in AlarmWindow window, ReadOnlySpan<Datapoint> points)
    {
        var start = window.StartOf(window.Count - configuration.EvaluationPeriods);
        return points.Length > 0
            && points[^1].Value is not null
            && (!configuration.Source.Stats.Any() || configuration.Source.Stats.Any(stat => HasDataSince(region, stat, start)));
    }

    private static bool HasDataSince(Region region, MetricStat stat, DateTimeOffset start) =>
        region.Metrics.Find(stat.Metric)?.OldestOf(stat.Unit, region.Now) <= start;

    private static void End(Region region, MetricAlarm alarm, WarmUpEnd why)
    {
        alarm.EndWarmUp(region.Now);
        region.Log(SubjectType.Alarm, alarm.Name, new WarmUpEnded(why));
    }
}
