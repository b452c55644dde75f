using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The status of a scaling activity.</summary>
public enum ScalingStatus
{
    /// <summary>The change is not complete.</summary>
    InProgress,

    /// <summary>The change is complete.</summary>
    Successful,

    /// <summary>The change was refused or failed, or the capacity was not changed.</summary>
    Failed,
}

/// <summary>AWS's codes for the reason why an activity changed nothing.</summary>
public enum NotScaledCode
{
    /// <summary>A deployment is running.</summary>
    TargetServicePutResourceAsUnscalable,

    /// <summary>The requested capacity is more than MaxCapacity, and the capacity is MaxCapacity already.</summary>
    AlreadyAtMaxCapacity,

    /// <summary>The requested capacity is less than MinCapacity, and the capacity is MinCapacity already.</summary>
    AlreadyAtMinCapacity,

    /// <summary>The capacity is the requested one already.</summary>
    AlreadyAtDesiredCapacity,
}

/// <summary>The reason why an activity changed nothing.</summary>
public sealed record NotScaledReason(NotScaledCode Code, int Current, int Min, int Max);

/// <summary>
/// A change of a capacity, or the reason why it was not changed. It has the event at its beginning and, if it has ended, the
/// event at its end.
/// </summary>
public sealed class ScalingActivity
{
    private readonly WorldEvent _begun;
    private readonly ActivityBegan _data;
    private WorldEvent? _ended;

    internal ScalingActivity(long sequence, ScalableResource resource, WorldEvent begun)
    {
        Sequence = sequence;
        Resource = resource;
        _begun = begun;
        _data = (ActivityBegan)begun.Data;
    }

    /// <summary>Restores the activity of a snapshot.</summary>
    internal ScalingActivity(long sequence, ScalableResource resource, WorldEvent begun, WorldEvent? ended)
        : this(sequence, resource, begun) => _ended = ended;

    /// <summary>The sequence number in the region, counted from 1.</summary>
    public long Sequence { get; }

    /// <summary>The resource.</summary>
    public ScalableResource Resource { get; }

    /// <summary>The ActivityId.</summary>
    public string Id => _data.Id;

    /// <summary>The description.</summary>
    public string Description => _data.Description;

    /// <summary>The cause.</summary>
    public string Cause => _data.Cause;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt => _begun.At;

    /// <summary>
    /// When it ended; null if it has not ended, if it changed nothing, or if it is that of a scheduled action, as on AWS.
    /// </summary>
    public DateTimeOffset? EndedAt => _ended?.At;

    /// <summary>The status.</summary>
    public ScalingStatus Status =>
        Ended?.Status ?? _data.Outcome ?? (NotScaled is null ? ScalingStatus.InProgress : ScalingStatus.Failed);

    /// <summary>The status message.</summary>
    public string? StatusMessage => Ended?.Message ?? _data.Message;

    /// <summary>The reason why it changed nothing; null if it changed the capacity.</summary>
    public NotScaledReason? NotScaled => _data.NotScaled;

    private ActivityEnded? Ended => _ended?.Data as ActivityEnded;

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedActivity Save(SnapshotScope scope, bool isKept) => new(
        Sequence,
        Resource.Id,
        Resource.Dimension,
        scope.Events.Save(_begun),
        _ended is null ? null : scope.Events.Save(_ended),
        isKept);

    internal void End(WorldEvent ended) => _ended = ended;
}
