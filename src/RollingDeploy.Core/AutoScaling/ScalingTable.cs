namespace RollingDeploy.Core.AutoScaling;

/// <summary>What Application Auto Scaling knows of a region.</summary>
public sealed class ScalingTable
{
    // Ordinal, whatever the culture of the process is.
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

    /// <summary>The scalable targets, by resource and dimension.</summary>
    public IReadOnlyCollection<ScalableTarget> Targets => _targets.Values;

    /// <summary>What was done to them.</summary>
    public ScalingActivities Activities { get; }

    /// <summary>The changes that are being carried out, by the ids of their deployments.</summary>
    internal Dictionary<string, CapacityChange> Changes { get; } = new(StringComparer.Ordinal);

    /// <summary>The target of that resource; null when it is not registered.</summary>
    public ScalableTarget? Find(ScalableResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return _targets.GetValueOrDefault((resource.Id, resource.Dimension));
    }

    /// <summary>The target of that ARN; null when there is none.</summary>
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

    /// <summary>Notes what is about to be done to a target, or why nothing is.</summary>
    internal ScalingActivity Note(
        ScalableTarget target, string description, string cause, string? message, NotScaledReason? notScaled = null) =>
        target.LastActivity = Activities.Begin(
            target.Resource, new(NextUuid(), target.Resource.Dimension, description, cause, message, notScaled));

    /// <summary>A name that nothing else has, in the form of a random UUID.</summary>
    internal string NextUuid() => _ids.NextUuid();

    private static int Compare((string ResourceId, string Dimension) one, (string ResourceId, string Dimension) other) =>
        string.CompareOrdinal(one.ResourceId, other.ResourceId) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Dimension, other.Dimension);
}
