using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Runs deployments: passes the state of the fleets to the planner, carries out its decisions, and writes the journal.
/// </summary>
internal static class DeploymentRunner
{
    // A deployment has some hundreds of steps at most. One that never comes to rest is a defect, and must not stop the others.
    private const int MostDecisionsAtOnce = 10_000;

    public static void FleetIsDue(Region region, Owner owner)
    {
        // A deleted resource can have entries in the schedule. They are ignored.
        if (region.Find(owner) is { } subject)
        {
            subject.FleetDueAt = subject.FleetDueAt <= region.Now ? null : subject.FleetDueAt;
            FleetGuard.Run(subject, LookAtFleets);
        }
    }

    public static void WakeIsDue(Region region, Owner owner, DateTimeOffset due)
    {
        // Only the last scheduled time counts. Earlier ones were replaced.
        if (region.Find(owner) is { } subject && subject.WakeAt == due)
        {
            subject.WakeAt = null;
            Wake(subject);
        }
    }

    /// <summary>Starts a deployment.</summary>
    public static void Start(Deployable subject, Deployment deployment)
    {
        subject.Revive();
        subject.Begin(deployment with
        {
            Id = subject.Region.NextId("d"),
            Forward = subject.Region.SharedParts.Plans.Of(deployment.Forward),
            AlarmsBefore = Observer.InAlarm(subject.Region, deployment.Alarms),
        });
        subject.Region.WatchedAlarms.Add(subject, deployment);
        FleetGuard.Run(subject, static subject =>
        {
            FleetLog.FleetsHaveChanged(subject);
            Wake(subject);
            TellServers(subject);
        });
    }

    /// <summary>Runs the planner until it decides to wait.</summary>
    public static void Wake(Deployable subject) => FleetGuard.Run(subject, Decide);

    /// <summary>Completes a deployment that has ended.</summary>
    public static void Conclude(Deployable subject, Deployment deployment)
    {
        subject.WakeAt = null;
        subject.Region.WatchedAlarms.Remove(subject, deployment);
        ArmedWatch.GoesNoFurther(subject);
        subject.Conclude(deployment);
        FleetLog.FleetsHaveChanged(subject);
        subject.Region.Tell(new DeploymentEnded(subject, deployment));
    }

    private static void LookAtFleets(Deployable subject)
    {
        var now = subject.Region.Now;
        bool Passes(Instance instance) => HealthCheck.Passes(subject, instance);
        subject.Current?.Settle(now, Passes);
        subject.Pending?.Settle(now, Passes);
        Crashes.Strike(subject);
        FleetLog.FleetsHaveChanged(subject);
        Wake(subject);
        subject.Region.Tell(new FleetsLookedAt(subject));
        Replacement.Look(subject);
    }

    private static void TellServers(Deployable subject)
    {
        var record = subject.Deployments[^1];
        if (record.Deployment.Act != DeploymentAct.Delete
            && ForwardedServers.Of(subject).Distinct().ToList() is { Count: > 0 } servers)
        {
            JournalWriter.Write(subject, record, Describe.Forwarded(servers));
        }
    }

    private static void Decide(Deployable subject)
    {
        for (var decisions = 0; subject.Running is { } record; decisions++)
        {
            if (decisions == MostDecisionsAtOnce)
            {
                throw new InvalidOperationException(
                    FormattableString.Invariant($"The deployment has made {MostDecisionsAtOnce} decisions at one moment."));
            }

            var decision = Planner.Decide(record.Deployment, Observer.Look(subject), subject.Region.Now);
            if (!decision.Acts)
            {
                WakeAt(subject, decision.LookAgainAt, subject.Region.Simulation.IsEager ? Polls.NextOf(subject) : null);
                return;
            }

            Act(subject, record, decision);
        }
    }

    private static void Act(Deployable subject, DeploymentRecord record, Decision decision)
    {
        if (decision.Struck is { } kind)
        {
            subject.Region.Faults.Strike(kind, subject.Place);
        }

        var before = record.Deployment;
        record.Deployment = decision.Next;
        if (decision.Next.Rollback is not null && before.Rollback is null)
        {
            ArmedWatch.GoesNoFurther(subject);
            subject.TurnBack(decision.Next);
            subject.Current!.BeginDeployment();
        }

        // Lines about what ended are written before the fleets are changed, so that they show the fleets before the change.
        foreach (var line in decision.Lines[..^1])
        {
            JournalWriter.Write(subject, record, line);
        }

        if (decision.Order is { } order)
        {
            FleetOrders.CarryOut(subject, order);
        }

        JournalWriter.Write(subject, record, decision.Lines[^1]);

        if (decision.Next.BakeNumber is { } bake && decision.Next.StepIndex != before.StepIndex)
        {
            subject.Region.DeploymentCounts.GuardedBakes += decision.Next.IsInGuardedBake ? 1 : 0;
            ArmedWatch.BakeBegins(subject, bake);
        }

        if (decision.Next.HasEnded)
        {
            Conclude(subject, decision.Next);
            Replacement.Look(subject);
        }
    }

    /// <summary>Runs the planner at a time at the latest.</summary>
    public static void WakeBy(Deployable subject, DateTimeOffset at)
    {
        if (!(subject.WakeAt <= at))
        {
            WakeAt(subject, at, null);
        }
    }

    private static void WakeAt(Deployable subject, DateTimeOffset? one, DateTimeOffset? other)
    {
        if ((one < other || other is null ? one : other) is { } due && subject.WakeAt != due)
        {
            subject.WakeAt = due;
            subject.Region.Schedule.Add(due, DueKind.Deployment, subject.Owner);
        }
    }
}
