using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>
/// Runs policies when their alarms go into ALARM, and every minute while they are in ALARM (cloudwatch.md §3.5). All policies of
/// a target are evaluated together, after all alarms of that time. The largest capacity is used.
/// </summary>
internal static class ScalingWatch
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Schedules an evaluation, because an alarm has changed its state.</summary>
    public static void Entered(Region region, Alarm alarm) => AskFor(region, alarm, _ => true);

    /// <summary>Schedules an evaluation at most every minute, because an alarm has kept its state.</summary>
    public static void Stays(Region region, Alarm alarm) =>
        AskFor(region, alarm, target => !(target.LookedAt + Minute > region.Now));

    /// <summary>
    /// Schedules evaluations after a deployment has ended, for targets that could not be brought into their bounds before.
    /// </summary>
    public static void DeploymentEnded(Region region)
    {
        foreach (var target in region.Scaling.Targets)
        {
            Guard.Run(region, target.Owner, target, AskAgain);
        }
    }

    /// <summary>Evaluates the policies of a target. A deregistered target is ignored.</summary>
    public static void LookIsDue(Region region, string targetId)
    {
        if (region.Scaling.FindById(targetId) is not { } target)
        {
            return;
        }

        (target.IsToBeLookedAt, target.LookedAt) = (false, region.Now);
        Guard.Run(region, target.Owner, target, Look);
    }

    private static void AskAgain(Region region, ScalableTarget target)
    {
        if (target.AwaitsBounds && target.Resource.CanBeScaled(region))
        {
            AskFor(region, target);
        }
    }

    private static void Look(Region region, ScalableTarget target)
    {
        if (target.Resource.CapacityIn(region) is not { } capacity)
        {
            return;
        }

        if (target.AwaitsBounds)
        {
            RegisterScalableTarget.BringIntoBounds(region, target, capacity);
        }
        else
        {
            Look(region, target, capacity);
        }
    }

    private static void AskFor(Region region, Alarm alarm, Func<ScalableTarget, bool> isTime)
    {
        foreach (var action in alarm is { State: AlarmState.Alarm, Actions.Enabled: true } ? alarm.Actions.Alarm : [])
        {
            if (region.Scaling.FindPolicy(action)?.Target is { } target && isTime(target))
            {
                AskFor(region, target);
            }
        }
    }

    private static void AskFor(Region region, ScalableTarget target)
    {
        if (!target.IsToBeLookedAt)
        {
            target.IsToBeLookedAt = true;
            region.Schedule.Add(region.Now, DueKind.Scaling, target.Owner);
        }
    }

    private static void Look(Region region, ScalableTarget target, int capacity)
    {
        var (min, max) = target.BoundsIn(region);
        var moment = new ScalingMoment(region.Now, capacity, min, max)
        {
            Suspended = target.Suspended,
            LastOut = target.LastOut,
            LastInAt = target.LastInAt,
        };
        var proposals = Proposals(region, target, moment);
        if (proposals.Count == 0)
        {
            return;
        }

        var ((_, cause, trigger), proposal) = proposals.MaxBy(each => each.Proposal.Capacity);
        if (proposal.Capacity == capacity)
        {
            NotScaled(region, target, cause, proposal.Reason, capacity);
        }
        else if (target.Resource.CanBeScaled(region))
        {
            CapacityChange.Begin(region, target, proposal.Capacity, cause, moment.BasisOf(trigger.Configuration));
        }
        else if (!region.Scaling.Changes.Values.Any(change => change.Target == target))
        {
            NotScaled(region, target, cause, NotScaledCode.TargetServicePutResourceAsUnscalable, capacity);
        }
    }

    private static List<(PolicyTrigger By, Proposal Proposal)> Proposals(
        Region region, ScalableTarget target, ScalingMoment moment)
    {
        List<(PolicyTrigger By, Proposal Proposal)> proposals = [];
        foreach (var each in Triggers.Of(region, target))
        {
            Guard.Run(region, each.Policy.Owner, 0, (_, _) => proposals.Add((each, moment.Propose(each.Trigger))));
        }

        return proposals;
    }

    // The same reason is recorded once and not every minute.
    private static void NotScaled(Region region, ScalableTarget target, string cause, NotScaledCode? code, int capacity)
    {
        var last = target.LastActivity;
        if (code is { } reason && !(last?.NotScaled?.Code == reason && last.Cause == cause))
        {
            region.Scaling.Note(
                target,
                "Attempting to scale due to alarm triggered",
                cause,
                message: null,
                new(reason, capacity, target.MinCapacity, target.MaxCapacity));
        }
    }
}
