using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>How far an activity is.</summary>
public enum ScalingStatus
{
    /// <summary>It waits to be fulfilled.</summary>
    InProgress,

    /// <summary>It was fulfilled.</summary>
    Successful,

    /// <summary>It was refused or could not be fulfilled, or there was nothing to do.</summary>
    Failed,
}

/// <summary>Why an activity has changed nothing, in AWS's words.</summary>
public enum NotScaledCode
{
    /// <summary>A deployment is going on.</summary>
    TargetServicePutResourceAsUnscalable,

    /// <summary>More was asked for than MaxCapacity, which it has.</summary>
    AlreadyAtMaxCapacity,

    /// <summary>Less was asked for than MinCapacity, which it has.</summary>
    AlreadyAtMinCapacity,

    /// <summary>It has what was asked for.</summary>
    AlreadyAtDesiredCapacity,
}

/// <summary>Why an activity has changed nothing.</summary>
public sealed record NotScaledReason(NotScaledCode Code, int Current, int Min, int Max);

/// <summary>
/// One change of a capacity, or the reason why there was none: the event that began it and, where it has ended, the one that
/// ended it.
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

    /// <summary>Its place among all of the region, counted from 1.</summary>
    public long Sequence { get; }

    /// <summary>What was scaled.</summary>
    public ScalableResource Resource { get; }

    /// <summary>Its ActivityId.</summary>
    public string Id => _data.Id;

    /// <summary>What it was to do.</summary>
    public string Description => _data.Description;

    /// <summary>Who wanted it.</summary>
    public string Cause => _data.Cause;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt => _begun.At;

    /// <summary>When it ended; null while it has not, and for one that changed nothing.</summary>
    public DateTimeOffset? EndedAt => _ended?.At;

    /// <summary>How far it is.</summary>
    public ScalingStatus Status => Ended?.Status ?? (NotScaled is null ? ScalingStatus.InProgress : ScalingStatus.Failed);

    /// <summary>The same in a sentence.</summary>
    public string? StatusMessage => Ended?.Message ?? _data.Message;

    /// <summary>Why it has changed nothing; null where it did.</summary>
    public NotScaledReason? NotScaled => _data.NotScaled;

    private ActivityEnded? Ended => _ended?.Data as ActivityEnded;

    internal void End(WorldEvent ended) => _ended = ended;
}
