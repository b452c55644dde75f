using System.Collections.Immutable;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>
/// Registers or updates a scalable target. An update changes the given members. The result is the ARN of the target. A capacity
/// outside the bounds is changed to the nearest bound, as soon as the resource is not changing.
/// </summary>
public sealed record RegisterScalableTarget(string Region, ScalableKey Key) : Command<string>(Region)
{
    private ScalableResource Resource => Key.Resource;

    // AWS's quota: the most scalable targets of a resource type.
    private const int Most = 500;

    /// <summary>The minimum capacity; null keeps it.</summary>
    public int? MinCapacity { get; init; }

    /// <summary>The maximum capacity; null keeps it.</summary>
    public int? MaxCapacity { get; init; }

    /// <summary>The change of the suspended state.</summary>
    public SuspensionChange Suspension { get; init; } = new();

    /// <summary>The tags of a new target.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var present = region.Scaling.Find(Resource);
        var (min, max) = Bounds(present);
        var capacity = Resource.CapacityIn(region) ?? throw ScalingErrors.ResourceNotFound(Resource);
        Resource.RequireScalable(region);
        var target = present ?? Add(region);
        (target.MinCapacity, target.MaxCapacity) = (min, max);
        target.Suspended = target.Suspended.With(Suspension);
        region.Log(SubjectType.ScalableTarget, Resource.Id, new TargetRegistered(Resource.Dimension, min, max));
        region.Quarantine.Remove(target.Owner);
        Guard.Run(region, target.Owner, (Target: target, Capacity: capacity),
            static (region, its) => BringIntoBounds(region, its.Target, its.Capacity));
        return target.Arn;
    }

    private (int Min, int Max) Bounds(ScalableTarget? present)
    {
        var min = MinCapacity ?? present?.MinCapacity ?? throw ScalingErrors.BoundsMissing();
        var max = MaxCapacity ?? present?.MaxCapacity ?? throw ScalingErrors.BoundsMissing();
        return min < 0 || max < 0 ? throw ScalingErrors.BoundsNegative()
            : max < min ? throw ScalingErrors.BoundsCrossed()
            : (min, max);
    }

    private ScalableTarget Add(Region region)
    {
        if (region.Scaling.Targets.Count(each => each.Resource.Dimension == Resource.Dimension) >= Most)
        {
            throw ScalingErrors.LimitExceeded("scalable targets", Most);
        }

        // AWS uses this format: 36 digits that begin with 0ec5.
        var id = $"0ec5{region.Scaling.NextUuid().Replace("-", "", StringComparison.Ordinal)}";
        var target = new ScalableTarget(region, Resource, id);
        region.Tags.Put(target.Arn, region.Tags.With(target.Arn, Tags));
        region.Scaling.Add(target);
        return target;
    }

    internal static void BringIntoBounds(Region region, ScalableTarget target, int capacity)
    {
        var wanted = target.Wanted(region, capacity);
        target.AwaitsBounds = wanted != capacity && !target.Resource.CanBeScaled(region);
        if (wanted != capacity && !target.AwaitsBounds)
        {
            CapacityChange.Begin(region, target, wanted, CapacityChange.CauseOfBounds(wanted, capacity));
        }
    }
}

/// <summary>
/// Deregisters a scalable target. It deletes its scheduled actions, and its policies with the alarms that these have created. The
/// result is the ARN of the target.
/// </summary>
public sealed record DeregisterScalableTarget(string Region, ScalableKey Key) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var target = Key.TargetIn(region) ?? throw ScalingErrors.TargetNotFound(Key);
        Remove(region, target);
        return target.Arn;
    }

    /// <summary>
    /// Deregisters the targets of a resource that is deleted (developer guide, delete endpoints that use auto scaling).
    /// </summary>
    internal static void RemoveOf(Region region, Deployable subject) =>
        RemoveAll(region, resource => resource.Find(region) == subject);

    /// <summary>
    /// Deregisters the targets of a resource that have no capacity after a deployment, because their variant is no longer part of
    /// the endpoint.
    /// </summary>
    internal static void RemoveLost(Region region, Deployable subject) =>
        RemoveAll(region, resource => resource.Find(region) == subject && resource.CapacityIn(region) is null);

    private static void RemoveAll(Region region, Func<ScalableResource, bool> isGone)
    {
        foreach (var target in region.Scaling.Targets.Where(target => isGone(target.Resource)).ToList())
        {
            Remove(region, target);
        }
    }

    private static void Remove(Region region, ScalableTarget target)
    {
        foreach (var policy in target.Policies.ToList())
        {
            DeleteScalingPolicy.Remove(region, policy);
        }

        foreach (var action in target.Scheduled.All.ToList())
        {
            DeleteScheduledAction.Remove(region, action);
        }

        region.Scaling.Remove(target);
        region.Quarantine.Remove(target.Owner);
        region.Tags.Forget(target.Arn);
        region.Log(SubjectType.ScalableTarget, target.Resource.Id, new TargetDeregistered(target.Resource.Dimension));
    }
}
