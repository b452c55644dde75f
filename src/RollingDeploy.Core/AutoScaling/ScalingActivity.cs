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

/// <summary>One change of a capacity, or the reason why there was none.</summary>
public sealed class ScalingActivity
{
    internal ScalingActivity(long sequence, string id, ScalableResource resource, string description, string cause, DateTimeOffset now)
    {
        Sequence = sequence;
        Id = id;
        Resource = resource;
        Description = description;
        Cause = cause;
        StartedAt = now;
    }

    /// <summary>Its place among all of the region, counted from 1.</summary>
    public long Sequence { get; }

    /// <summary>Its ActivityId.</summary>
    public string Id { get; }

    /// <summary>What was scaled.</summary>
    public ScalableResource Resource { get; }

    /// <summary>What it was to do.</summary>
    public string Description { get; }

    /// <summary>Who wanted it.</summary>
    public string Cause { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it ended; null while it has not, and for one that changed nothing.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How far it is.</summary>
    public ScalingStatus Status { get; private set; }

    /// <summary>The same in a sentence.</summary>
    public string? StatusMessage { get; internal set; }

    /// <summary>Why it has changed nothing; null where it did.</summary>
    public NotScaledReason? NotScaled { get; private set; }

    internal void End(ScalingStatus status, string message, DateTimeOffset now) => (Status, StatusMessage, EndedAt) = (status, message, now);

    internal void HasNotScaled(NotScaledReason reason) => (Status, NotScaled) = (ScalingStatus.Failed, reason);
}

/// <summary>What was done to the scalable targets of a region, oldest first; also to those that are gone.</summary>
public sealed class ScalingActivities
{
    // AWS keeps six weeks. A policy that is refused tries again each minute; a week of that is ten thousand.
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    private readonly Queue<ScalingActivity> _items = [];
    private long _last;

    /// <summary>What is kept and not older than six weeks at <paramref name="now"/>, oldest first.</summary>
    public IEnumerable<ScalingActivity> At(DateTimeOffset now) => _items.SkipWhile(item => item.StartedAt < now - Kept);

    internal ScalingActivity Add(string id, ScalableResource resource, string description, string cause, DateTimeOffset now)
    {
        var activity = new ScalingActivity(++_last, id, resource, description, cause, now);
        _items.Enqueue(activity);
        while (_items.Count > Most || _items.Peek().StartedAt < now - Kept)
        {
            _items.Dequeue();
        }

        return activity;
    }
}
