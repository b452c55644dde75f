using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>A scaling activity has begun, or there is a reason why the capacity is not changed.</summary>
/// <param name="Id">The ActivityId.</param>
/// <param name="Dimension">The ScalableDimension.</param>
/// <param name="Description">The description.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Message">The status message; null if nothing changes.</param>
/// <param name="NotScaled">The reason why nothing changes; null if the capacity changes.</param>
public sealed record ActivityBegan(
    string Id, string Dimension, string Description, string Cause, string? Message, NotScaledReason? NotScaled) : EventData
{
    /// <summary>The outcome of an activity of a scheduled action, which has no end; null for other activities.</summary>
    public ScalingStatus? Outcome { get; init; }

    /// <inheritdoc/>
    public override string Kind =>
        NotScaled is not null ? "notScaled" : Outcome is null ? "scalingBegan" : "scheduledActionTriggered";

    /// <inheritdoc/>
    public override string Sentence =>
        NotScaled is { } reason ? $"{Description}: {reason.Code}."
        : Outcome is null ? $"{Description} Cause: {Cause}."
        : $"{Message}. Cause: {Cause}.";
}

/// <summary>A scaling activity has ended.</summary>
/// <param name="Id">The ActivityId.</param>
/// <param name="Status">The status.</param>
/// <param name="Message">The status message.</param>
public sealed record ActivityEnded(string Id, ScalingStatus Status, string Message) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "scalingEnded";

    /// <inheritdoc/>
    public override string Sentence => Message;
}

/// <summary>A scalable target was registered or updated.</summary>
public sealed record TargetRegistered(string Dimension, int MinCapacity, int MaxCapacity) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "scalableTargetRegistered";

    /// <inheritdoc/>
    public override string Sentence => $"Its capacity is scaled between {MinCapacity} and {MaxCapacity}.";
}

/// <summary>A scalable target was deregistered.</summary>
public sealed record TargetDeregistered(string Dimension) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "scalableTargetDeregistered";

    /// <inheritdoc/>
    public override string Sentence => "Its capacity is not scaled any more.";
}

/// <summary>A scaling policy was put.</summary>
public sealed record PolicyPut(string Name, string ResourceId, string Document) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "scalingPolicyPut";

    /// <inheritdoc/>
    public override string Sentence => $"The scaling policy {Name} of {ResourceId} was put.";

    /// <inheritdoc/>
    internal override int Weight => Document.Length;
}

/// <summary>A scaling policy was deleted.</summary>
public sealed record PolicyDeleted(string Name, string ResourceId) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "scalingPolicyDeleted";

    /// <inheritdoc/>
    public override string Sentence => $"The scaling policy {Name} of {ResourceId} was deleted.";
}
