using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>Calls the feature that an entry of the schedule is for.</summary>
internal static class Dispatch
{
    /// <exception cref="InvalidOperationException">The region does not exist. This is a bug in RollingDeploy.</exception>
    public static void CarryOut(Region? region, ScheduleEntry entry)
    {
        if (region is null)
        {
            throw new InvalidOperationException($"The region {entry.Owner.Region} of the schedule entry {entry} does not exist.");
        }

        Action<Region, ScheduleEntry> carryOut = entry.Kind switch
        {
            DueKind.Armed => static (region, entry) => ArmedWatch.MomentIsDue(region, entry.Owner, entry.Due),
            DueKind.Fleet => static (region, entry) => DeploymentRunner.FleetIsDue(region, entry.Owner),
            DueKind.Requests => static (region, entry) => AsyncQueue.RequestsAreDue(region, entry.Owner.Name),
            DueKind.Metrics => static (region, entry) => Meters.MinuteIsOver(region, entry.Owner.Name),
            DueKind.Suppression => static (region, entry) => Suppression.TimeIsUp(region, entry.Owner.Name),
            DueKind.WarmUp => static (region, entry) => WarmUpWatch.TimeIsUp(region, entry.Owner.Name),
            DueKind.AlarmEvaluation => static (region, entry) => AlarmWatch.IsDue(region, entry.Owner.Name, entry.Due),
            DueKind.CompositeAlarms => static (region, _) => CompositeWatch.IsDue(region),
            DueKind.ScheduledAction => static (region, entry) => ScheduledScaling.IsDue(region, entry.Owner.Name),
            DueKind.Scaling => static (region, entry) => ScalingWatch.LookIsDue(region, entry.Owner.Name),
            DueKind.Deployment => static (region, entry) => DeploymentRunner.WakeIsDue(region, entry.Owner, entry.Due),
        };
        carryOut(region, entry);
    }
}
