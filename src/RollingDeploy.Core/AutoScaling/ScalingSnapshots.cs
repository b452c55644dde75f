using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The activities and targets of a region that other items refer to, while a snapshot is read.</summary>
internal sealed class SnapshotScaling
{
    private readonly Dictionary<(string Region, long Sequence), ScalingActivity> _activities = [];
    private readonly Dictionary<(string Region, string Id), ScalableTarget> _targets = [];

    public void Add(Region region, ScalingActivity activity) => _activities.Add((region.Name, activity.Sequence), activity);

    public void Add(Region region, ScalableTarget target) => _targets.Add((region.Name, target.Id), target);

    public ScalingActivity Activity(Region region, long sequence) =>
        _activities.TryGetValue((region.Name, sequence), out var found)
            ? found
            : throw new InvalidDataException($"there is no scaling activity {sequence} before it");

    public ScalableTarget Target(Region region, string id) => _targets.TryGetValue((region.Name, id), out var found)
        ? found
        : throw new InvalidDataException($"there is no scalable target {id} before it");
}

/// <summary>Writes and reads auto scaling in snapshots.</summary>
internal static class ScalingSnapshots
{
    private static readonly Slot<SnapshotScope, SnapshotScaling> ScalingSlot = new(static _ => new SnapshotScaling());

    extension(SnapshotScope scope)
    {
        /// <summary>The activities and targets that were read.</summary>
        private SnapshotScaling Scaling => scope.Get(ScalingSlot);
    }

    /// <summary>Returns the activities: first those that are only referred to, then those that are listed.</summary>
    public static IEnumerable<SavedActivity> SaveActivities(Region region, SnapshotScope scope)
    {
        var kept = region.Scaling.Activities.All;
        var referred = Targets(region).Select(target => target.LastActivity).OfType<ScalingActivity>()
            .Concat(region.Scaling.Changes.Values.Select(change => change.Activity))
            .Except(kept)
            .OrderBy(activity => activity.Sequence);
        return referred.Select(activity => activity.Save(scope, isKept: false))
            .Concat(kept.Select(activity => activity.Save(scope, isKept: true)));
    }

    /// <summary>Restores an activity.</summary>
    public static void Restore(Region region, SnapshotScope scope, SavedActivity saved)
    {
        var activity = new ScalingActivity(
            saved.Sequence,
            ResourceOf(saved.ResourceId, saved.Dimension),
            scope.Events.Restore(region, saved.Begun),
            saved.Ended is null ? null : scope.Events.Restore(region, saved.Ended));
        scope.Scaling.Add(region, activity);
        if (saved.IsKept)
        {
            region.Scaling.Activities.Restore(activity);
        }
    }

    /// <summary>Returns the targets, with those that have only a running change.</summary>
    public static IEnumerable<SavedTarget> SaveTargets(Region region) =>
        Targets(region).Select(target => target.Save(isRegistered: region.Scaling.FindById(target.Id) == target));

    /// <summary>Restores a target.</summary>
    public static void Restore(Region region, SnapshotScope scope, SavedTarget saved)
    {
        var last = saved.LastActivity is { } sequence ? scope.Scaling.Activity(region, sequence) : null;
        var target = new ScalableTarget(region, ResourceOf(saved.ResourceId, saved.Dimension), saved, last);
        scope.Scaling.Add(region, target);
        if (saved.IsRegistered)
        {
            region.Scaling.Add(target);
        }
    }

    /// <summary>Returns the policies.</summary>
    public static IEnumerable<SavedPolicy> SavePolicies(Region region) =>
        region.Scaling.Targets.SelectMany(target => target.Policies).Select(policy => policy.Save());

    /// <summary>Restores a policy.</summary>
    public static void Restore(Region region, SnapshotScope scope, SavedPolicy saved) =>
        region.Scaling.Add(new ScalingPolicy(region, scope.Scaling.Target(region, saved.Target), saved));

    /// <summary>Returns the running changes.</summary>
    public static IEnumerable<SavedCapacityChange> SaveChanges(Region region) => region.Scaling.Changes.Select(each =>
        new SavedCapacityChange(
            each.Key, each.Value.Target.Id, each.Value.Activity.Sequence, each.Value.From, each.Value.To, each.Value.Basis));

    /// <summary>Restores a running change.</summary>
    public static void Restore(Region region, SnapshotScope scope, SavedCapacityChange saved) => region.Scaling.Changes.Add(
        saved.Deployment,
        new(
            scope.Scaling.Activity(region, saved.Activity),
            scope.Scaling.Target(region, saved.Target),
            saved.From,
            saved.To,
            saved.Basis));

    private static IEnumerable<ScalableTarget> Targets(Region region) =>
        region.Scaling.Targets.Union(region.Scaling.Changes.Values.Select(change => change.Target));

    private static ScalableResource ResourceOf(string id, string dimension) => ScalableResource.Parse(id, dimension)
        ?? throw new InvalidDataException($"{id} is no resource with the dimension {dimension}");
}
