using System.Buffers;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Evaluates metric alarms at the times of their interval: every minute, or every 10 s if the period is less than a minute
/// (cloudwatch.md §3.1). An alarm that cannot change sleeps until data is added to its metrics.
/// </summary>
internal static class AlarmWatch
{
    /// <summary>
    /// Evaluates a new alarm, and schedules the next evaluation. An alarm that was put again keeps its state until then.
    /// </summary>
    public static void Begin(Region region, MetricAlarm alarm, bool isNew)
    {
        AlarmWaker.Follow(region, alarm);
        if (isNew)
        {
            Guard.Run(region, alarm.OwnerIn(region), alarm, static (region, alarm) => Evaluate(region, alarm));
        }

        // The interval can be another one than before, so an earlier time does not count.
        LookAt(region, alarm, NextOf(region, alarm));
    }

    /// <summary>Evaluates an alarm. Only the last scheduled time counts.</summary>
    public static void IsDue(Region region, string name, DateTimeOffset due)
    {
        if (region.Alarms.TryGet<MetricAlarm>(name, out var alarm) && alarm.LookAt == due)
        {
            alarm.LookAt = null;
            Guard.Run(region, alarm.OwnerIn(region), alarm, static (region, alarm) => Look(region, alarm));
            if (region.Alarms.HaveChanged)
            {
                CompositeWatch.SettleLater(region);
            }
        }
    }

    /// <summary>Schedules the next evaluation of an alarm, because its outcome can be another one.</summary>
    public static void LookAgain(Region region, Alarm changed)
    {
        if (changed is not MetricAlarm alarm)
        {
            return;
        }

        var due = NextOf(region, alarm);
        if (!(alarm.LookAt <= due))
        {
            LookAt(region, alarm, due);
        }
    }

    /// <summary>
    /// Returns when an alarm is evaluated next, for a snapshot. For one that sleeps, it is the next time of its interval.
    /// </summary>
    public static DateTimeOffset ExpectedAt(Region region, MetricAlarm alarm) => alarm.LookAt ?? NextOf(region, alarm);

    /// <summary>Schedules the next evaluation of an alarm in a snapshot.</summary>
    public static void Restore(Region region, MetricAlarm alarm, DateTimeOffset due)
    {
        AlarmWaker.Follow(region, alarm);
        LookAt(region, alarm, due);
    }

    /// <summary>Returns the periods that an alarm evaluates now, with those that it reads beyond its N periods.</summary>
    public static AlarmWindow WindowOf(Region region, AlarmConfiguration configuration) =>
        AlarmWindow.Of(configuration, Floor(region.Now, configuration.IntervalInSeconds));

    private static DateTimeOffset NextOf(Region region, MetricAlarm alarm) => region.Schedule.NextOf(
        DueKind.AlarmEvaluation,
        alarm.OwnerIn(region),
        DateTimeOffset.UnixEpoch,
        TimeSpan.FromSeconds(alarm.Configuration.IntervalInSeconds),
        region.Now);

    private static void LookAt(Region region, MetricAlarm alarm, DateTimeOffset due)
    {
        if (alarm.LookAt != due)
        {
            alarm.LookAt = due;
            region.Schedule.Add(due, DueKind.AlarmEvaluation, alarm.OwnerIn(region));
        }
    }

    private static void Look(Region region, MetricAlarm alarm)
    {
        var hasChanged = Evaluate(region, alarm);
        if (!hasChanged)
        {
            AlarmTransition.ActAgain(region, alarm);
        }

        if (hasChanged || region.Simulation.IsEager || !QuietAlarms.Has(region, alarm))
        {
            LookAgain(region, alarm);
        }
        else
        {
            alarm.Waker!.Wait();
        }
    }

    // Returns whether the state has changed.
    private static bool Evaluate(Region region, MetricAlarm alarm)
    {
        var configuration = alarm.Configuration;
        var window = WindowOf(region, configuration);
        if (alarm.Reader is ContributorReader contributors)
        {
            return (!alarm.IsWarmingUp || WarmUpWatch.EndsWith(region, alarm, window, []))
                && ContributorWatch.Evaluate(region, alarm, contributors, window.Periods);
        }

        var buffer = ArrayPool<Datapoint>.Shared.Rent(window.Count);
        try
        {
            var points = buffer.AsSpan(0, window.Count);
            alarm.IsPartial = !window.Read(region, alarm.Reader, points);
            if (alarm.IsWarmingUp && !WarmUpWatch.EndsWith(region, alarm, window, points))
            {
                return false;
            }

            var state = AlarmEvaluator.Evaluate(configuration, points, alarm.State);
            if (state == alarm.State)
            {
                return false;
            }

            var evidence = Evidence.Of(configuration, points);
            AlarmTransition.Enter(
                region,
                alarm,
                state,
                StateReason.Of(configuration, evidence, alarm.State, state),
                StateReasonData.Of(configuration, evidence, region.Now));
            return true;
        }
        finally
        {
            ArrayPool<Datapoint>.Shared.Return(buffer);
        }
    }

    private static DateTimeOffset Floor(DateTimeOffset at, int seconds)
    {
        var second = at.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(second - (second % seconds));
    }
}
