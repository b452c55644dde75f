namespace RollingDeploy.Core.AutoScaling;

/// <summary>Which scaling is held for now; scheduled scaling is only stored.</summary>
public sealed record SuspendedScaling(bool In = false, bool Out = false, bool Scheduled = false)
{
    internal SuspendedScaling With(SuspensionChange change) =>
        new(change.In ?? In, change.Out ?? Out, change.Scheduled ?? Scheduled);
}

/// <summary>What is to become of it; null leaves it as it is.</summary>
public sealed record SuspensionChange(bool? In = null, bool? Out = null, bool? Scheduled = null);

/// <summary>A scale-out by a policy that was fulfilled.</summary>
/// <param name="Basis">
/// The capacity that it was reckoned from. While it cools down what it added counts as part of what a further one asks for.
/// </param>
/// <param name="At">When it was fulfilled.</param>
public sealed record ScaleOut(int Basis, DateTimeOffset At);

/// <summary>A resource that is registered to be scaled.</summary>
public sealed class ScalableTarget
{
    private readonly SortedDictionary<string, ScalingPolicy> _policies = new(StringComparer.Ordinal);

    internal ScalableTarget(Region region, ScalableResource resource, string id)
    {
        Resource = resource;
        Id = id;
        Owner = new(region.Name, id, OwnerType.ScalableTarget);
        CreatedAt = region.Now;
        Arn = $"arn:{Kernel.Arn.Partition(region.Name)}:application-autoscaling:{region.Name}:{region.Account}:scalable-target/{id}";
    }

    /// <summary>What is scaled.</summary>
    public ScalableResource Resource { get; }

    /// <summary>What its ARN ends in.</summary>
    public string Id { get; }

    /// <summary>Whose work it is to scale it.</summary>
    public Owner Owner { get; }

    /// <summary>Its ARN.</summary>
    public string Arn { get; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Policies do not scale below.</summary>
    public int MinCapacity { get; internal set; }

    /// <summary>Policies do not scale above.</summary>
    public int MaxCapacity { get; internal set; }

    /// <summary>What is held.</summary>
    public SuspendedScaling Suspended { get; internal set; } = new();

    /// <summary>Its policies, by name.</summary>
    public IReadOnlyCollection<ScalingPolicy> Policies => _policies.Values;

    /// <summary>The last scale-out by a policy; null where there was none, or a scale-in came after it.</summary>
    internal ScaleOut? LastOut { get; set; }

    /// <summary>
    /// When the last scale-in by a policy was fulfilled; null where there was none, or a scale-out came after it.
    /// </summary>
    internal DateTimeOffset? LastInAt { get; set; }

    /// <summary>What was last done to it.</summary>
    internal ScalingActivity? LastActivity { get; set; }

    /// <summary>When its policies were last looked at.</summary>
    internal DateTimeOffset? LookedAt { get; set; }

    /// <summary>Whether a look is in the schedule.</summary>
    internal bool IsToBeLookedAt { get; set; }

    /// <summary>Whether its capacity was outside its bounds when they were set, and could not be changed then.</summary>
    internal bool AwaitsBounds { get; set; }

    /// <summary>Between what it is scaled: its bounds, and not below what its resource can go down to.</summary>
    internal (int Min, int Max) BoundsIn(Region region)
    {
        var least = Resource.LeastIn(region);
        return (Math.Max(MinCapacity, least), Math.Max(MaxCapacity, least));
    }

    internal ScalingPolicy? FindPolicy(string name) => _policies.GetValueOrDefault(name);

    internal void Add(ScalingPolicy policy) => _policies.Add(policy.Name, policy);

    internal void Remove(ScalingPolicy policy) => _policies.Remove(policy.Name);
}
