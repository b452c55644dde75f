using System.Collections.Immutable;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Decides the next action of a deployment from the observed state. It reads no clock and uses no random numbers. The runner
/// calls it until it decides to wait, and again at the time that it returned or after a change of the fleets.
/// </summary>
public static class Planner
{
    /// <summary>Returns the next decision for <paramref name="deployment"/> at <paramref name="now"/>.</summary>
    public static Decision Decide(Deployment deployment, Observation observation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(observation);
        return deployment.Status switch
        {
            DeploymentStatus.InProgress => GoForward(deployment, observation, now),
            DeploymentStatus.RollingBack => GoBack(deployment, observation, now),
            DeploymentStatus.Succeeded or DeploymentStatus.RolledBack or DeploymentStatus.RollbackFailed
                or DeploymentStatus.Failed =>
                Decision.Wait(deployment, null),
        };
    }

    private static Decision GoForward(Deployment deployment, Observation observation, DateTimeOffset now)
    {
        // Once the last old instances are terminating, no rollback is possible. Missing instances are then replaced after the
        // deployment.
        if (!Deployment.IsLastRetirement(deployment.Step) && observation.LaunchFailureOf(deployment.LaunchSide) is { } failure)
        {
            return TurnBack(deployment, observation, now, failure, new JournalLine("launchFailed", failure));
        }

        if (deployment is { IsGuarded: true, Step.Kind: StepKind.Bake } && Trip.Of(deployment, observation) is { } trip)
        {
            return TurnBack(deployment, observation, now, trip.Reason, trip.Line) with { Struck = trip.Fault };
        }

        if (!Progress.IsDone(deployment, observation, now))
        {
            return deployment is { IsGuarded: true, Step.Kind: StepKind.Launch or StepKind.Bake } && now >= deployment.Deadline
                ? TimeOut(deployment, observation, now)
                : WaitOrRepeat(deployment, observation, now);
        }

        var next = deployment.StepIndex + 1;
        if (next == deployment.Plan.Steps.Length)
        {
            return End(deployment, DeploymentStatus.Succeeded, now, "succeeded", Describe.Success(deployment));
        }

        return IsTooLateFor(deployment, deployment.Plan.Steps[next], now)
            ? TimeOut(deployment, observation, now)
            : Begin(deployment, next, now);
    }

    private static Decision GoBack(Deployment deployment, Observation observation, DateTimeOffset now)
    {
        if (deployment.LaunchesOnTheWayBack && observation.OldLaunchFailure is { } failure)
        {
            var reason = FailureReasons.RollbackFailed(deployment.FailureReason ?? "", failure);
            return Fail(deployment, DeploymentStatus.RollbackFailed, now, reason, new JournalLine("rollbackFailed", failure));
        }

        if (!Progress.IsDone(deployment, observation, now))
        {
            return WaitOrRepeat(deployment, observation, now);
        }

        var next = deployment.StepIndex + 1;
        return next == deployment.Plan.Steps.Length
            ? End(deployment, DeploymentStatus.RolledBack, now, "rolledBack", "Everything is as it was before the deployment.")
            : Begin(deployment, next, now);
    }

    private static Decision Begin(Deployment deployment, int index, DateTimeOffset now)
    {
        var step = deployment.Plan.Steps[index];
        var next = deployment with
        {
            StepIndex = index,
            StepStartedAt = now,
            FirstShiftAt = deployment.FirstShiftAt ?? (step.Kind == StepKind.Shift ? now : null),
        };
        return Decision.Act(next, step.Kind == StepKind.Bake ? null : step, Describe.Ended(deployment), Describe.Begun(next));
    }

    private static Decision End(
        Deployment deployment, DeploymentStatus status, DateTimeOffset now, string journalEvent, string sentence) =>
        Decision.Act(
            deployment with { Status = status, EndedAt = now },
            null,
            Describe.Ended(deployment),
            new JournalLine(journalEvent, sentence));

    // There is no line that the step has ended, because it failed.
    private static Decision Fail(
        Deployment deployment, DeploymentStatus status, DateTimeOffset now, string reason, JournalLine cause) =>
        Decision.Act(deployment with { Status = status, EndedAt = now, FailureReason = reason }, null, cause);

    private static Decision TimeOut(Deployment deployment, Observation observation, DateTimeOffset now)
    {
        var reason = FailureReasons.TimedOut(deployment.Facts.Noun, deployment.Limit);
        return TurnBack(deployment, observation, now, reason, new JournalLine("timedOut", reason));
    }

    private static Decision TurnBack(
        Deployment deployment, Observation observation, DateTimeOffset now, string reason, JournalLine cause)
    {
        if (deployment.Act == DeploymentAct.Create)
        {
            return Fail(deployment, DeploymentStatus.Failed, now, reason, cause);
        }

        var standing = observation.Variants
            .Select(variant => new Target(variant.OldLive, variant.NewTotal, variant.Active))
            .ToImmutableArray();
        var rollback = deployment.IsScaling ? RollbackPlan.Unscale(standing, deployment.Sizes)
            : deployment.RollbackBatch is { } batch ? RollbackPlan.InBatches(standing, deployment.Sizes, batch)
            : deployment.LaunchesOnTheWayBack ? RollbackPlan.AtOnce(standing, deployment.Sizes)
            : RollbackPlan.BlueGreen(standing);
        var next = deployment with
        {
            Status = DeploymentStatus.RollingBack,
            Rollback = rollback,
            StepIndex = -1,
            TurnedBackAfter = deployment.StepIndex + 1,
            StepStartedAt = now,
            FailureReason = reason,
        };
        return Decision.Act(next, null, cause, new JournalLine("rollbackStarted", $"Rolling back: {rollback}."));
    }

    // The timeout does not undo a finished step. It prevents the next step, unless that one terminates the last old instances.
    private static bool IsTooLateFor(Deployment deployment, Step next, DateTimeOffset now) =>
        now >= deployment.Deadline
        && (deployment.IsGuarded || next.Kind == StepKind.Shift)
        && !Deployment.IsLastRetirement(next);

    // Steps have absolute targets, so instances that were lost during any step are launched again up to the same targets.
    private static Decision WaitOrRepeat(Deployment deployment, Observation observation, DateTimeOffset now) =>
        Progress.IsShort(deployment, observation)
            ? Decision.Act(deployment, new Step(StepKind.Launch, deployment.Step!.Targets), Describe.Relaunched)
            : Decision.Wait(deployment, Progress.LookAgainAt(deployment, now));
}
