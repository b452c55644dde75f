using System.Buffers;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Evaluates alarms. For each evaluation interval there is only one entry in the schedule, regardless of the number of alarms.
/// </summary>
internal static class AlarmWatch
{
    /// <summary>
    /// Evaluates a new alarm, and schedules its evaluation interval. An alarm that was put again keeps its state until its next
    /// evaluation.
    /// </summary>
    public static void Begin(Region region, MetricAlarm alarm, bool isNew)
    {
        var interval = alarm.Configuration.IntervalInSeconds;
        if (region.Alarms.Intervals.Add(interval))
        {
            ScheduleNext(region, interval);
        }

        if (isNew)
        {
            Guard.Run(region, alarm.OwnerIn(region), alarm, static (region, alarm) => Evaluate(region, alarm));
        }
    }

    /// <summary>Evaluates all alarms of an interval.</summary>
    public static void EvaluateAll(Region region, string intervalName)
    {
        var interval = EvaluationInterval.Named(intervalName).Seconds;

        // The next evaluation is scheduled first, so that evaluations continue even if this one fails.
        if (HasAny(region, interval))
        {
            ScheduleNext(region, interval);
        }
        else
        {
            region.Alarms.Intervals.Remove(interval);
        }

        foreach (var alarm in region.Alarms.OfMetrics)
        {
            if (alarm.Configuration.IntervalInSeconds == interval)
            {
                Guard.Run(region, alarm.OwnerIn(region), alarm, static (region, alarm) => EvaluateOrActAgain(region, alarm));
            }
        }

        // Composite alarms are evaluated after all metric alarms, so that they use the new states of all of them.
        CompositeWatch.Settle(region);
    }

    /// <summary>Returns the periods that an alarm evaluates now, with those that it reads beyond its N periods.</summary>
    public static AlarmWindow WindowOf(Region region, AlarmConfiguration configuration) =>
        AlarmWindow.Of(configuration, Floor(region.Now, configuration.IntervalInSeconds));

    private static bool HasAny(Region region, int interval)
    {
        foreach (var alarm in region.Alarms.OfMetrics)
        {
            if (alarm.Configuration.IntervalInSeconds == interval)
            {
                return true;
            }
        }

        return false;
    }

    private static void EvaluateOrActAgain(Region region, MetricAlarm alarm)
    {
        if (!Evaluate(region, alarm))
        {
            AlarmTransition.ActAgain(region, alarm);
        }
    }

    private static void ScheduleNext(Region region, int interval)
    {
        var next = Floor(region.Now, interval).AddSeconds(interval);
        region.Schedule.Add(
            next,
            DueKind.AlarmEvaluation,
            new Owner(region.Name, EvaluationInterval.Of(interval).Name, OwnerType.AlarmInterval));
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
