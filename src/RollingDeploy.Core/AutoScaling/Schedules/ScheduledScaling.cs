using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>
/// Runs scheduled actions. Those of a target that are due at the same time run in the order in which they were created (user
/// guide, considerations of scheduled scaling: the order is guaranteed for the same scalable target).
/// </summary>
internal static class ScheduledScaling
{
    /// <summary>Schedules the next action of a target.</summary>
    public static void Expect(Region region, ScalableTarget target)
    {
        var scheduled = target.Scheduled;
        if (scheduled.All.Min(action => action.NextAt) is { } next && !(scheduled.WakesAt <= next))
        {
            scheduled.WakesAt = next;
            region.Schedule.Add(next, DueKind.ScheduledAction, target.Owner);
        }
    }

    /// <summary>Runs the actions of a target that are due. A deregistered target is ignored.</summary>
    public static void IsDue(Region region, string targetId)
    {
        if (region.Scaling.FindById(targetId) is not { } target || target.Scheduled.WakesAt > region.Now)
        {
            return;
        }

        target.Scheduled.WakesAt = null;
        var due = target.Scheduled.All.Where(action => action.NextAt <= region.Now).ToList();
        foreach (var action in due)
        {
            // Its next time is set before it runs, so that it stays in the schedule even if it fails.
            if (!Guard.Try(region, action.Owner, action, static (region, action) => action.Follow(region.Now)))
            {
                action.NextAt = null;
            }
        }

        Expect(region, target);
        foreach (var action in due)
        {
            Guard.Run(region, action.Owner, action, Run);
        }
    }

    // An action whose time passes while scheduled scaling is suspended is not made up for (user guide, suspend and resume
    // scaling).
    private static void Run(Region region, ScheduledAction action)
    {
        if (!action.Target.Suspended.Scheduled && SetBounds(region, action))
        {
            Scale(region, action.Target);
        }
    }

    private static bool SetBounds(Region region, ScheduledAction action)
    {
        var (target, bounds) = (action.Target, action.Bounds);
        var (min, max) = (bounds.Min ?? target.MinCapacity, bounds.Max ?? target.MaxCapacity);
        var refusal = min <= max ? null : ScalingErrors.BoundsCrossed().Message;
        var activity = new ActivityBegan(
            region.Scaling.NextUuid(),
            target.Resource.Dimension,
            $"Setting {bounds.Text}",
            $"scheduled action name {action.Name} was triggered",
            refusal is null ? $"Successfully set {bounds.Text}" : $"Failed to set {bounds.Text}. Reason: {refusal}",
            NotScaled: null)
        {
            Outcome = refusal is null ? ScalingStatus.Successful : ScalingStatus.Failed,
        };
        target.LastActivity = region.Scaling.Activities.Begin(target.Resource, activity);
        if (refusal is null)
        {
            (target.MinCapacity, target.MaxCapacity) = (min, max);
            region.Log(SubjectType.ScalableTarget, target.Resource.Id, new TargetRegistered(target.Resource.Dimension, min, max));
        }

        return refusal is null;
    }

    private static void Scale(Region region, ScalableTarget target)
    {
        if (target.Resource.CapacityIn(region) is not { } capacity)
        {
            return;
        }

        if (target.Resource.CanBeScaled(region))
        {
            RegisterScalableTarget.BringIntoBounds(region, target, capacity);
        }
        else
        {
            Refuse(region, target, capacity);
        }
    }

    // "To complete a scheduled action successfully, the specified resource must be in a scalable state in the target service. If
    // it isn't, the request fails and returns an error message" (user guide, considerations of scheduled scaling). The reason
    // after AWS's "is not scalable" is RollingDeploy's.
    private static void Refuse(Region region, ScalableTarget target, int capacity)
    {
        var (resource, wanted) = (target.Resource, target.Wanted(region, capacity));
        if (wanted != capacity)
        {
            var activity = region.Scaling.Note(
                target, $"Setting {resource.Noun} to {wanted}.", CapacityChange.CauseOfBounds(wanted, capacity), message: null);
            region.Scaling.Activities.End(
                activity,
                ScalingStatus.Failed,
                $"Failed to set {resource.Noun} to {wanted}. Reason: Resource Id {resource.Id} is not scalable. Reason: The status "
                + "must be 'InService'.");
        }
    }
}
