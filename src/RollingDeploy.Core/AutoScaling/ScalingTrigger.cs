using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>A policy whose alarm is in ALARM, and what the alarm has seen.</summary>
public abstract record ScalingTrigger(ScalingConfiguration Configuration)
{
    /// <summary>The capacity that the policy asks for, bounds and cooldowns apart.</summary>
    public abstract int CapacityFrom(int basis);
}

/// <summary>Target tracking, and the newest value of its metric; null where nothing is known of it.</summary>
/// <param name="Tracking">The configuration.</param>
/// <param name="IsAbove">Whether it is the alarm above the target, which never scales in; the other never scales out.</param>
/// <param name="Value">The value.</param>
public sealed record TrackingTrigger(TargetTracking Tracking, bool IsAbove, double? Value) : ScalingTrigger(Tracking)
{
    /// <inheritdoc/>
    public override int CapacityFrom(int basis) =>
        Value is not { } value ? basis
        : IsAbove ? Math.Max(basis, Tracking.CapacityFor(basis, value))
        : Math.Min(basis, Tracking.CapacityFor(basis, value));
}

/// <summary>A step policy, and how far its alarm's metric is beyond the threshold.</summary>
public sealed record StepTrigger(StepScaling Steps, double Distance, bool IsAbove) : ScalingTrigger(Steps)
{
    /// <inheritdoc/>
    public override int CapacityFrom(int basis) => Steps.CapacityFor(basis, Distance, IsAbove);
}

/// <summary>Reads what an alarm has seen.</summary>
internal static class AlarmReading
{
    /// <summary>The newest value in the alarm's window; null where there is none.</summary>
    public static double? Newest(Region region, MetricAlarm alarm)
    {
        var values = Values(region, alarm);
        return values.Count > 0 ? values[^1] : null;
    }

    /// <summary>
    /// How far the aggregated datapoints of the alarm are beyond its threshold. An alarm that was set by hand has seen nothing
    /// beyond it: it acts as one that is at its threshold.
    /// </summary>
    public static double Distance(Region region, MetricAlarm alarm, MetricAggregation aggregation)
    {
        var values = Values(region, alarm);
        if (values.Count == 0)
        {
            return 0;
        }

        var value = aggregation switch
        {
            MetricAggregation.Minimum => values.Min(),
            MetricAggregation.Maximum => values.Max(),
            MetricAggregation.Average => values.Average(),
        };
        return alarm.Configuration.Threshold is { } threshold && alarm.Configuration.IsBreachedBy(new Datapoint(default, value))
            ? value - threshold
            : 0;
    }

    /// <summary>Whether values breach upwards.</summary>
    public static bool IsAbove(AlarmConfiguration alarm) =>
        alarm.Comparison is ComparisonOperator.GreaterThanThreshold or ComparisonOperator.GreaterThanOrEqualToThreshold;

    // Oldest first: N at most.
    private static List<double> Values(Region region, MetricAlarm alarm)
    {
        var periods = AlarmWatch.WindowOf(alarm.Configuration, region.Now);
        var points = new Datapoint[periods.Count];
        alarm.Reader.Look(region, periods, points);
        return [.. points.Select(point => point.Value).OfType<double>().TakeLast(alarm.Configuration.EvaluationPeriods)];
    }
}
