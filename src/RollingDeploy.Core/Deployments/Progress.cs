using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>Determines the progress of the current step of a deployment from the observed state.</summary>
internal static class Progress
{
    /// <summary>Returns whether the current step is complete.</summary>
    public static bool IsDone(Deployment deployment, Observation observation, DateTimeOffset now) => deployment.Step switch
    {
        null => true,
        { Kind: StepKind.Bake } => now >= deployment.BakeEndsAt,
        { Kind: StepKind.Launch } => All(deployment, observation, (want, have) => deployment.LaunchSide == FleetSide.Old
            ? have.OldInService >= want.Old
            : have.NewInService >= want.New),
        { Kind: StepKind.Shift } => observation.TrafficSettled && All(deployment, observation, (want, have) =>
            have.Active == want.Active),
        // If an instance crashes while another drains, the count can reach the target, but the step waits for the draining one.
        { Kind: StepKind.Retire } => All(deployment, observation, (want, have) =>
            have.OldTotal <= want.Old
                && have.NewTotal <= want.New
                && have.OldTotal == have.OldLive
                && have.NewTotal == have.NewLive),
        var step => throw Unknown(deployment, step),
    };

    /// <summary>
    /// Returns whether fewer instances exist than the current step requires because some were lost, and they must be launched
    /// again.
    /// </summary>
    public static bool IsShort(Deployment deployment, Observation observation)
    {
        var old = deployment.Replaces(FleetSide.Old, observation.OldLaunchFailure);
        var next = deployment.Replaces(FleetSide.New, observation.NewLaunchFailure);
        return deployment.Step is not null && !All(deployment, observation, (want, have) =>
            (!old || have.OldLive >= want.Old) && (!next || have.NewLive >= want.New));
    }

    /// <summary>
    /// Returns when to decide again if no alarm changes: at the end of the bake or the timeout, whichever comes first.
    /// </summary>
    public static DateTimeOffset? LookAgainAt(Deployment deployment, DateTimeOffset now)
    {
        DateTimeOffset? deadline = deployment.IsGuarded && deployment.Deadline > now ? deployment.Deadline : null;
        var end = deployment.BakeEndsAt;
        return deadline < end || end is null ? deadline : end;
    }

    private static bool All(Deployment deployment, Observation observation, Func<Target, VariantObservation, bool> holds)
    {
        var targets = deployment.Step!.Targets;
        for (var i = 0; i < targets.Length; i++)
        {
            if (!holds(targets[i], observation.Variants[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static IllegalTransitionException Unknown(Deployment deployment, Step step) => new(
        $"deployment {deployment.Id} ({deployment.Status}, step {deployment.StepIndex} since {deployment.StepStartedAt:O}) "
        + $"has a step of the unknown kind {step.Kind}; its plan is {deployment.Plan}");
}
