using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>Which policies of a target are triggered, and by which alarm.</summary>
public static class Triggers
{
    /// <summary>Those whose alarm is in ALARM and may act, by the policies' names.</summary>
    internal static List<(string Cause, ScalingTrigger Trigger)> Of(Region region, ScalableTarget target)
    {
        var found = target.Policies
            .SelectMany(policy => AlarmsOf(region, policy).Select(alarm => (Policy: policy, Alarm: alarm)))
            .Where(each => each.Alarm is { State: AlarmState.Alarm, Actions.Enabled: true })
            .Select(each => (Cause(each.Policy, each.Alarm), Trigger(region, each.Policy, each.Alarm)))
            .ToList();

        // Target tracking scales in only when every such policy that may would (user guide, target tracking scaling policies).
        var ready = found.Count(each => each.Item2 is TrackingTrigger { IsAbove: false });
        var able = target.Policies.Count(policy => policy.Configuration is TargetTracking { DisableScaleIn: false });
        return ready == able ? found : found.FindAll(each => each.Item2 is not TrackingTrigger { IsAbove: false });
    }

    /// <summary>The alarms that trigger a policy: those that it has made, or the user's that name it as an action.</summary>
    public static IEnumerable<MetricAlarm> AlarmsOf(Region region, ScalingPolicy policy) => policy.Configuration is TargetTracking
        ? policy.OwnAlarms.Select(region.Alarms.Find).OfType<MetricAlarm>()
        : region.Alarms.OfMetrics.Where(alarm => alarm.Actions.Alarm.Contains(policy.Arn));

    private static string Cause(ScalingPolicy policy, MetricAlarm alarm) =>
        $"monitor alarm {alarm.Name} in state ALARM triggered policy {policy.Name}";

    private static ScalingTrigger Trigger(Region region, ScalingPolicy policy, MetricAlarm alarm)
    {
        var isAbove = AlarmReading.IsAbove(alarm.Configuration);
        return policy.Configuration switch
        {
            TargetTracking tracking => new TrackingTrigger(tracking, isAbove, AlarmReading.Newest(region, alarm.Configuration)),
            StepScaling steps => new StepTrigger(
                steps, AlarmReading.Distance(region, alarm.Configuration, steps.Aggregation), isAbove),
            var other => throw new IllegalTransitionException($"a policy scales by {other.GetType().Name}"),
        };
    }
}
