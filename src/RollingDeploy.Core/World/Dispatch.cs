using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>Who carries out an entry of the schedule.</summary>
internal static class Dispatch
{
    /// <exception cref="InvalidOperationException">Nobody does, or its region is not known: a defect of ours.</exception>
    public static void CarryOut(Region? region, ScheduleEntry entry)
    {
        if (region is null)
        {
            throw new InvalidOperationException($"Nothing is known of region {entry.Owner.Region}, yet {entry} was scheduled.");
        }

        switch (entry.Kind)
        {
            case DueKind.Armed:
                ArmedWatch.MomentIsDue(region, entry.Owner, entry.Due);
                break;
            case DueKind.Fleet:
                DeploymentRunner.FleetIsDue(region, entry.Owner);
                break;
            case DueKind.Metrics:
                EndpointMeter.MinuteIsOver(region, entry.Owner.Name);
                break;
            case DueKind.Suppression:
                Suppression.TimeIsUp(region, entry.Owner.Name);
                break;
            case DueKind.AlarmEvaluation:
                AlarmWatch.EvaluateAll(region, entry.Owner.Name);
                break;
            case DueKind.Scaling:
                ScalingWatch.LookIsDue(region, entry.Owner.Name);
                break;
            case DueKind.Deployment:
                DeploymentRunner.WakeIsDue(region, entry.Owner, entry.Due);
                break;
            default:
                throw new InvalidOperationException($"Nobody carries out {entry}.");
        }
    }
}
