using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// The checks of alarms during bakes: every 10 s from the start of the bake. Nearly all of them decide nothing, so a deployment
/// sleeps until the first check that can: after a watched alarm went into ALARM or was deleted, or after a fault that forbids to
/// describe alarms has begun.
/// </summary>
internal static class Polls
{
    /// <summary>Wakes the deployments that watch an alarm.</summary>
    public static void AlarmChanged(Region region, string name)
    {
        foreach (var subject in region.WatchedAlarms.Watching(name))
        {
            FleetGuard.Run(subject, Rouse);
        }
    }

    /// <summary>Wakes all deployments after a fault has begun that forbids to describe alarms.</summary>
    public static void FaultBegins(Region region, Fault fault)
    {
        if (fault is { Kind: FaultKind.AlarmPermissionDenied, IsPending: true })
        {
            foreach (var subject in region.Deployables)
            {
                FleetGuard.Run(subject, Rouse);
            }
        }
    }

    /// <summary>
    /// Returns the next check after that at the start of the bake; null if the deployment is not in a bake, or watches no alarms.
    /// </summary>
    public static DateTimeOffset? NextOf(Deployable subject) =>
        subject.Running?.Deployment is { Step.Kind: StepKind.Bake, Alarms.IsEmpty: false } deployment
            ? subject.Region.Schedule.NextOf(
                DueKind.Deployment,
                subject.Owner,
                deployment.StepStartedAt + Deployment.PollInterval,
                Deployment.PollInterval,
                subject.Region.Now)
            : null;

    private static void Rouse(Deployable subject)
    {
        // The eager engine looks at every poll. It must not need what wakes a sleeping one, because tests compare both.
        if (!subject.Region.Simulation.IsEager && NextOf(subject) is { } poll)
        {
            DeploymentRunner.WakeBy(subject, poll);
        }
    }
}
