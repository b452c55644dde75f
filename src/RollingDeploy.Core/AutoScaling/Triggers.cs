using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>A triggered policy.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Cause">The text for the cause, with the name of the alarm.</param>
/// <param name="Trigger">The data for its request.</param>
internal readonly record struct PolicyTrigger(ScalingPolicy Policy, string Cause, ScalingTrigger Trigger)
{
    /// <summary>Whether it is a target tracking policy that scales in.</summary>
    public bool IsScalingIn => Trigger is TrackingTrigger { IsAbove: false };
}

/// <summary>Finds the triggered policies of a target and their alarms.</summary>
public static class Triggers
{
    /// <summary>
    /// Returns the policies with an alarm that is in ALARM and has its actions enabled, sorted by the names of the policies.
    /// </summary>
    internal static List<PolicyTrigger> Of(Region region, ScalableTarget target)
    {
        List<PolicyTrigger> found = [];
        foreach (var policy in target.Policies)
        {
            Guard.Run(region, policy.Owner, (Policy: policy, Found: found),
                static (region, its) => its.Found.AddRange(Of(region, its.Policy)));
        }

        // Target tracking scales in only if all of these policies with scale-in enabled would scale in (user guide, target
        // tracking scaling policies).
        var ready = found.Count(each => each.IsScalingIn);
        var able = target.Policies.Count(policy =>
            policy.Configuration is TargetTracking { DisableScaleIn: false } && !region.Quarantine.Has(policy.Owner));
        return ready == able ? found : found.FindAll(each => !each.IsScalingIn);
    }

    private static List<PolicyTrigger> Of(Region region, ScalingPolicy policy) =>
    [
        .. AlarmsOf(region, policy)
            .Where(alarm => alarm is { State: AlarmState.Alarm, Actions.Enabled: true })
            .Select(alarm => new PolicyTrigger(policy, Cause(policy, alarm), Trigger(region, policy, alarm))),
    ];

    /// <summary>
    /// Returns the alarms that trigger a policy: those that it has created, or those of users that have it as an action.
    /// </summary>
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
            TargetTracking tracking => new TrackingTrigger(tracking, isAbove, AlarmReading.Newest(region, alarm))
            {
                LeastBasis = policy.Target.Resource is VariantInstances ? 1 : 0,
            },
            StepScaling steps => new StepTrigger(
                steps, AlarmReading.Distance(region, alarm, steps.Aggregation), isAbove),
            var other => throw new IllegalTransitionException($"a policy has the unknown configuration {other.GetType().Name}"),
        };
    }
}
