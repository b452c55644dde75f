namespace RollingDeploy.Core.AutoScaling;

/// <summary>The data of Application Auto Scaling for a region.</summary>
public sealed class ScalingTable
{
    // The order does not depend on the culture of the process.
    private readonly SortedDictionary<(string ResourceId, string Dimension), ScalableTarget> _targets = new(
        Comparer<(string ResourceId, string Dimension)>.Create(Compare));

    private readonly Dictionary<string, ScalableTarget> _targetsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalingPolicy> _policiesByArn = new(StringComparer.Ordinal);

    private readonly Dice _ids;

    internal ScalingTable(Region region)
    {
        _ids = region.Chance.ScalingIn(region.Name);
        Activities = new(region);
    }

    /// <summary>The scalable targets, sorted by resource and dimension.</summary>
    public IReadOnlyCollection<ScalableTarget> Targets => _targets.Values;

    /// <summary>The scaling activities.</summary>
    public ScalingActivities Activities { get; }

    /// <summary>The running changes, by the IDs of their deployments.</summary>
    internal Dictionary<string, CapacityChange> Changes { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns the target of a resource; null if it is not registered.</summary>
    public ScalableTarget? Find(ScalableResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Find(resource.Id, resource.Dimension);
    }

    internal ScalableTarget? Find(string id, string dimension) => _targets.GetValueOrDefault((id, dimension));

    /// <summary>Returns the target with this ARN; null if there is none.</summary>
    public ScalableTarget? FindByArn(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return FindById(arn[(arn.LastIndexOf('/') + 1)..]) is { } target && target.Arn == arn ? target : null;
    }

    internal ScalableTarget? FindById(string id) => _targetsById.GetValueOrDefault(id);

    internal ScalingPolicy? FindPolicy(string arn) => _policiesByArn.GetValueOrDefault(arn);

    internal void Add(ScalableTarget target)
    {
        _targets.Add((target.Resource.Id, target.Resource.Dimension), target);
        _targetsById.Add(target.Id, target);
    }

    internal void Add(ScalingPolicy policy)
    {
        policy.Target.Add(policy);
        _policiesByArn.Add(policy.Arn, policy);
    }

    internal void Remove(ScalableTarget target)
    {
        _targets.Remove((target.Resource.Id, target.Resource.Dimension));
        _targetsById.Remove(target.Id);
    }

    internal void Remove(ScalingPolicy policy)
    {
        policy.Target.Remove(policy);
        _policiesByArn.Remove(policy.Arn);
    }

    /// <summary>Starts an activity of a target, for a change or for the reason why there is none.</summary>
    internal ScalingActivity Note(
        ScalableTarget target, string description, string cause, string? message, NotScaledReason? notScaled = null) =>
        target.LastActivity = Activities.Begin(
            target.Resource, new(NextUuid(), target.Resource.Dimension, description, cause, message, notScaled));

    /// <summary>Returns the state of the random numbers, for a snapshot.</summary>
    internal SavedScalingIds SaveIds() => new(_ids.Save());

    /// <summary>Continues with the random numbers of a snapshot.</summary>
    internal void Restore(SavedScalingIds saved) => _ids.Restore(saved.Ids);

    /// <summary>Returns a random UUID.</summary>
    internal string NextUuid() => _ids.NextUuid();

    private static int Compare((string ResourceId, string Dimension) one, (string ResourceId, string Dimension) other) =>
        string.CompareOrdinal(one.ResourceId, other.ResourceId) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Dimension, other.Dimension);
}
