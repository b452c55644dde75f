using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>
/// Registers a resource, or changes what is given of its registration; its result is the target's ARN. A capacity outside the
/// bounds is brought into them; while the resource is changing, that waits.
/// </summary>
public sealed record RegisterScalableTarget(string Region, ScalableKey Key) : Command<string>(Region)
{
    private ScalableResource Resource => Key.Resource;

    // AWS's quota for each type of resource.
    private const int Most = 500;

    /// <summary>The least capacity; null leaves it as it is.</summary>
    public int? MinCapacity { get; init; }

    /// <summary>The greatest capacity; null leaves it as it is.</summary>
    public int? MaxCapacity { get; init; }

    /// <summary>What is to be held, and what no more.</summary>
    public SuspensionChange Suspension { get; init; } = new();

    /// <summary>Tags of a new target.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var present = region.Scaling.Find(Resource);
        var (min, max) = Bounds(present);
        var capacity = Resource.CapacityIn(region) ?? throw ScalingErrors.ResourceNotFound(Resource);
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

        // AWS's are of this form: 36 digits that begin with 0ec5.
        var id = $"0ec5{region.Scaling.NextUuid().Replace("-", "", StringComparison.Ordinal)}";
        var target = new ScalableTarget(region, Resource, id);
        region.Tags.Put(target.Arn, region.Tags.With(target.Arn, Tags));
        region.Scaling.Add(target);
        return target;
    }

    internal static void BringIntoBounds(Region region, ScalableTarget target, int capacity)
    {
        var (min, max) = target.BoundsIn(region);
        var wanted = Math.Clamp(capacity, min, max);
        target.AwaitsBounds = wanted != capacity && !target.Resource.CanBeScaled(region);
        if (wanted != capacity && !target.AwaitsBounds)
        {
            CapacityChange.Begin(region, target, wanted, $"{(wanted > capacity ? "minimum" : "maximum")} capacity was set to {wanted}");
        }
    }
}

/// <summary>Takes a target away, with its policies and what those have made; its result is its ARN.</summary>
public sealed record DeregisterScalableTarget(string Region, ScalableKey Key) : Command<string>(Region)
{
    private ScalableResource Resource => Key.Resource;

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var target = region.Scaling.Find(Resource) ?? throw ScalingErrors.TargetNotFound(Resource);
        Remove(region, target);
        return target.Arn;
    }

    /// <summary>
    /// What is deleted is not a target any more (developer guide, delete endpoints that use auto scaling), nor is a variant that
    /// an update has dropped.
    /// </summary>
    internal static void RemoveOf(Region region, Deployable subject) =>
        RemoveAll(region, resource => resource.Find(region) == subject);

    /// <summary>A deployment may have dropped the variant that is scaled.</summary>
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

        region.Scaling.Remove(target);
        region.Quarantine.Remove(target.Owner);
        region.Tags.Forget(target.Arn);
        region.Log(SubjectType.ScalableTarget, target.Resource.Id, new TargetDeregistered(target.Resource.Dimension));
    }
}
