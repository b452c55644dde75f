using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Containers;

/// <summary>The behavior of a model was set or removed.</summary>
/// <param name="Behavior">The behavior; null if it was removed.</param>
/// <param name="When">The moment from which it is active, as a text; null for at once.</param>
public sealed record BehaviorPut(ModelBehavior? Behavior, string? When) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "behaviorPut";

    /// <inheritdoc/>
    public override string Sentence => Behavior is null ? "Its behavior was removed."
        : When is null ? "Its behavior was set."
        : $"Its behavior was armed: {When}.";
}

/// <summary>An armed behavior became active, because its moment has come.</summary>
public sealed record BehaviorBegan(ModelBehavior Behavior) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "behaviorBegan";

    /// <inheritdoc/>
    public override string Sentence => "Its armed behavior became active.";
}
