using RollingDeploy.Core.AutoScaling.Schedules;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>AWS's SuspendedState: which scaling is suspended.</summary>
public sealed record SuspendedScaling(bool In = false, bool Out = false, bool Scheduled = false)
{
    internal SuspendedScaling With(SuspensionChange change) =>
        new(change.In ?? In, change.Out ?? Out, change.Scheduled ?? Scheduled);
}

/// <summary>A change of the suspended state. Null keeps a value.</summary>
public sealed record SuspensionChange(bool? In = null, bool? Out = null, bool? Scheduled = null);

/// <summary>A completed scale-out by a policy.</summary>
/// <param name="Basis">
/// The capacity that the scale-out was calculated from. During the cooldown period, the added capacity counts towards the next
/// scale-out.
/// </param>
/// <param name="At">When it was completed.</param>
public sealed record ScaleOut(int Basis, DateTimeOffset At);

/// <summary>A registered scalable target.</summary>
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

    /// <summary>Restores the target of a snapshot without its policies.</summary>
    internal ScalableTarget(Region region, ScalableResource resource, SavedTarget saved, ScalingActivity? lastActivity)
        : this(region, resource, saved.Id)
    {
        (CreatedAt, MinCapacity, MaxCapacity) = (saved.CreatedAt, saved.MinCapacity, saved.MaxCapacity);
        (Suspended, LastOut, LastInAt, LastActivity) = (saved.Suspended, saved.LastOut, saved.LastInAt, lastActivity);
        (LookedAt, IsToBeLookedAt, AwaitsBounds) = (saved.LookedAt, saved.IsToBeLookedAt, saved.AwaitsBounds);
        (Scheduled.Uuid, Scheduled.WakesAt) = (saved.ScheduledUuid, saved.WakesAt);
        foreach (var action in saved.Actions ?? [])
        {
            Scheduled.Add(new ScheduledAction(region, this, action));
        }
    }

    /// <summary>The resource.</summary>
    public ScalableResource Resource { get; }

    /// <summary>The last part of the ARN.</summary>
    public string Id { get; }

    /// <summary>The owner of its work.</summary>
    public Owner Owner { get; }

    /// <summary>The ARN.</summary>
    public string Arn { get; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The minimum capacity for policies.</summary>
    public int MinCapacity { get; internal set; }

    /// <summary>The maximum capacity for policies.</summary>
    public int MaxCapacity { get; internal set; }

    /// <summary>The suspended state.</summary>
    public SuspendedScaling Suspended { get; internal set; } = new();

    /// <summary>The policies, by name.</summary>
    public IReadOnlyCollection<ScalingPolicy> Policies => _policies.Values;

    /// <summary>The scheduled actions.</summary>
    public ScheduledActions Scheduled { get; } = new();

    /// <summary>The last scale-out by a policy; null if there was none, or if a scale-in came after it.</summary>
    internal ScaleOut? LastOut { get; set; }

    /// <summary>
    /// When the last scale-in by a policy was completed; null if there was none, or if a scale-out came after it.
    /// </summary>
    internal DateTimeOffset? LastInAt { get; set; }

    /// <summary>The last activity.</summary>
    internal ScalingActivity? LastActivity { get; set; }

    /// <summary>When its policies were last evaluated.</summary>
    internal DateTimeOffset? LookedAt { get; set; }

    /// <summary>Whether an evaluation is scheduled.</summary>
    internal bool IsToBeLookedAt { get; set; }

    /// <summary>Whether the capacity was outside the bounds when they were set, and could not be changed then.</summary>
    internal bool AwaitsBounds { get; set; }

    /// <summary>
    /// Returns the bounds for scaling. They are at least the lowest capacity to which the resource can be scaled.
    /// </summary>
    internal (int Min, int Max) BoundsIn(Region region)
    {
        var least = Resource.LeastIn(region);
        return (Math.Max(MinCapacity, least), Math.Max(MaxCapacity, least));
    }

    /// <summary>Returns the capacity within the bounds that is nearest to <paramref name="capacity"/>.</summary>
    internal int Wanted(Region region, int capacity) =>
        BoundsIn(region) is var (min, max) ? Math.Clamp(capacity, min, max) : capacity;

    /// <summary>Returns the state without the policies, for a snapshot.</summary>
    internal SavedTarget Save(bool isRegistered) => new(
        Id, Resource.Id, Resource.Dimension, CreatedAt, MinCapacity, MaxCapacity, Suspended, LastOut, LastInAt,
        LastActivity?.Sequence, LookedAt, IsToBeLookedAt, AwaitsBounds, Scheduled.Uuid, Scheduled.WakesAt,
        Scheduled.All.Count == 0 ? null : [.. Scheduled.All.Select(action => action.Save())], isRegistered);

    internal ScalingPolicy? FindPolicy(string name) => _policies.GetValueOrDefault(name);

    internal void Add(ScalingPolicy policy) => _policies.Add(policy.Name, policy);

    internal void Remove(ScalingPolicy policy) => _policies.Remove(policy.Name);
}
