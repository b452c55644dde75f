using System.Buffers;
using System.Globalization;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Evaluates alarms when they are due: one entry in the schedule for each instant of the grid, however many alarms there are.
/// </summary>
internal static class AlarmWatch
{
    /// <summary>Evaluates an alarm that was just put, and sees to it that its interval is in the schedule.</summary>
    public static void Begin(Region region, Alarm alarm)
    {
        var interval = alarm.Configuration.IntervalInSeconds;
        if (region.AlarmIntervals.Add(interval))
        {
            ScheduleNext(region, interval);
        }

        Evaluate(region, alarm);
    }

    /// <summary>Evaluates every alarm of an interval, at an instant of its grid.</summary>
    public static void EvaluateAll(Region region, string intervalName)
    {
        var interval = int.Parse(intervalName, CultureInfo.InvariantCulture);
        var any = false;
        foreach (var alarm in region.Alarms.Values.Where(alarm => alarm.Configuration.IntervalInSeconds == interval))
        {
            Evaluate(region, alarm);
            any = true;
        }

        if (any)
        {
            ScheduleNext(region, interval);
        }
        else
        {
            region.AlarmIntervals.Remove(interval);
        }
    }

    private static void ScheduleNext(Region region, int interval)
    {
        var next = Floor(region.World.Now, interval).AddSeconds(interval);
        region.World.Schedule.Add(
            next,
            DueKind.AlarmEvaluation,
            new Owner(region.Name, interval.ToString(CultureInfo.InvariantCulture), OwnerType.AlarmInterval));
    }

    private static void Evaluate(Region region, Alarm alarm)
    {
        var configuration = alarm.Configuration;

        // A day of ten-second periods is thousands of points, looked at thousands of times a day.
        var buffer = ArrayPool<Datapoint>.Shared.Rent(configuration.Range);
        try
        {
            var points = new ArraySegment<Datapoint>(buffer, 0, configuration.Range);
            Fill(points, region, configuration);
            var verdict = AlarmEvaluator.Evaluate(configuration, points, alarm.State);
            if (verdict.State != alarm.State)
            {
                alarm.Enter(verdict.State, StateReason.Of(configuration, verdict, alarm.State), null, region.World.Now);
            }
        }
        finally
        {
            ArrayPool<Datapoint>.Shared.Return(buffer);
        }
    }

    private static void Fill(Span<Datapoint> points, Region region, AlarmConfiguration configuration)
    {
        var end = Floor(region.World.Now, configuration.IntervalInSeconds);
        for (var i = 0; i < points.Length; i++)
        {
            // The window slides: its periods end at this instant of the grid, not at multiples of the period.
            var from = end.AddSeconds((long)(i - points.Length) * configuration.PeriodInSeconds);
            var samples = region.Metrics.Sum(
                configuration.Metric, configuration.Unit, from, from.AddSeconds(configuration.PeriodInSeconds));
            points[i] = new Datapoint(from, samples.SampleCount == 0 ? null : samples.Get(configuration.Statistic));
        }
    }

    private static DateTimeOffset Floor(DateTimeOffset at, int seconds)
    {
        var second = at.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(second - (second % seconds));
    }
}
