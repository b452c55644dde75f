using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>A triggered policy, with the data of its alarm.</summary>
public abstract record ScalingTrigger(ScalingConfiguration Configuration)
{
    /// <summary>Returns the capacity that the policy requests, without bounds and cooldown periods.</summary>
    public abstract int CapacityFrom(int basis);
}

/// <summary>A triggered target tracking policy.</summary>
/// <param name="Tracking">The configuration.</param>
/// <param name="IsAbove">
/// Whether the alarm is the one above the target value. This alarm never scales in, and the other one never scales out.
/// </param>
/// <param name="Value">The newest value of the metric; null if there is no data.</param>
public sealed record TrackingTrigger(TargetTracking Tracking, bool IsAbove, double? Value) : ScalingTrigger(Tracking)
{
    /// <summary>
    /// The capacity to which the value refers while there is none. It is one for instances: the backlog of an asynchronous
    /// endpoint without instances counts as that of one, so a backlog of 12 with a target value of 5 needs 3. Target tracking
    /// does not scale copies out from zero (developer guide, autoscale an asynchronous endpoint, scale an endpoint to zero
    /// instances).
    /// </summary>
    public int LeastBasis { get; init; }

    /// <inheritdoc/>
    public override int CapacityFrom(int basis) =>
        Value is not { } value ? basis
        : IsAbove ? Math.Max(basis, Tracking.CapacityFor(Math.Max(basis, LeastBasis), value))
        : Math.Min(basis, Tracking.CapacityFor(basis, value));
}

/// <summary>A triggered step scaling policy, with the difference between the metric and the threshold of the alarm.</summary>
public sealed record StepTrigger(StepScaling Steps, double Distance, bool IsAbove) : ScalingTrigger(Steps)
{
    /// <inheritdoc/>
    public override int CapacityFrom(int basis) => Steps.CapacityFor(basis, Distance, IsAbove);
}

/// <summary>Reads the data of an alarm for its policy.</summary>
internal static class AlarmReading
{
    /// <summary>Returns the newest value in the window of the alarm; null if there is no data.</summary>
    public static double? Newest(Region region, MetricAlarm alarm)
    {
        var values = Values(region, alarm);
        return values.Count > 0 ? values[^1] : null;
    }

    /// <summary>
    /// Returns the difference between the aggregated datapoints of the alarm and its threshold. If they do not breach the
    /// threshold, for example after SetAlarmState, it is 0.
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

    /// <summary>Returns whether values above the threshold breach it.</summary>
    public static bool IsAbove(AlarmConfiguration alarm) =>
        alarm.Comparison is ComparisonOperator.GreaterThanThreshold or ComparisonOperator.GreaterThanOrEqualToThreshold;

    // Returns at most N values, oldest first.
    private static List<double> Values(Region region, MetricAlarm alarm)
    {
        var window = AlarmWatch.WindowOf(region, alarm.Configuration);
        var points = new Datapoint[window.Count];
        window.Read(region, alarm.Reader, points);
        return [.. points.Select(point => point.Value).OfType<double>().TakeLast(alarm.Configuration.EvaluationPeriods)];
    }
}
