using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The scaling activities of a region, oldest first. It includes those of deregistered targets.</summary>
public sealed class ScalingActivities
{
    // AWS keeps six weeks. A policy that is refused tries again every minute, so a week has ten thousand activities.
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    private readonly KeptItems<ScalingActivity> _items = new(Most, Kept, item => item.StartedAt);
    private readonly Region _region;

    internal ScalingActivities(Region region) => _region = region;

    /// <summary>Returns the activities that are not older than six weeks at <paramref name="now"/>, oldest first.</summary>
    public IEnumerable<ScalingActivity> At(DateTimeOffset now) => _items.At(now);

    /// <summary>All activities, for a snapshot.</summary>
    internal IReadOnlyCollection<ScalingActivity> All => _items.All;

    /// <summary>Adds an activity of a snapshot.</summary>
    internal void Restore(ScalingActivity activity) => _items.Restore(activity, activity.Sequence);

    internal ScalingActivity Begin(ScalableResource resource, ActivityBegan began)
    {
        var begun = _region.Log(SubjectType.ScalableTarget, resource.Id, began);
        var activity = new ScalingActivity(_items.NextSequence(), resource, begun);
        _items.Add(activity, _region.Now);
        return activity;
    }

    internal void End(ScalingActivity activity, ScalingStatus status, string message) =>
        activity.End(
            _region.Log(SubjectType.ScalableTarget, activity.Resource.Id, new ActivityEnded(activity.Id, status, message)));
}
