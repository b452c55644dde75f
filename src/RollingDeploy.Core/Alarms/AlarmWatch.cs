using System.Buffers;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Evaluates alarms when they are due: one entry in the schedule for each instant of the grid, however many alarms there are.
/// </summary>
internal static class AlarmWatch
{
    /// <summary>
    /// Evaluates an alarm that is new, and sees to it that its interval is in the schedule. One that was put again keeps its
    /// state until its next evaluation.
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

    /// <summary>Evaluates every alarm of an interval, at an instant of its grid.</summary>
    public static void EvaluateAll(Region region, string intervalName)
    {
        var interval = EvaluationInterval.Named(intervalName).Seconds;

        // The next look is entered before anybody looks: whatever happens in this round, it is not the last.
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

        // Composite alarms see the whole round, and not the half of it that has been evaluated.
        CompositeWatch.Settle(region);
    }

    /// <summary>
    /// What an alarm looks at. The window slides: its periods end at an instant of the grid, not at multiples of the period.
    /// </summary>
    public static Periods WindowOf(AlarmConfiguration configuration, DateTimeOffset now) =>
        Periods.Before(Floor(now, configuration.IntervalInSeconds), configuration.PeriodInSeconds, configuration.Range);

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

    // Says whether the state is another one now.
    private static bool Evaluate(Region region, MetricAlarm alarm)
    {
        var configuration = alarm.Configuration;
        var periods = WindowOf(configuration, region.Now);
        var buffer = ArrayPool<Datapoint>.Shared.Rent(periods.Count);
        try
        {
            var points = buffer.AsSpan(0, periods.Count);
            alarm.Reader.Look(region, periods, points);
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
