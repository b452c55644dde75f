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
    public override string Sentence => Behavior is null ? "What was said of its behavior was taken back."
        : When is null ? "It behaves from now on as was said."
        : $"It is to behave as was said, {When}.";
}

/// <summary>An armed behavior became active, because its moment has come.</summary>
public sealed record BehaviorBegan(ModelBehavior Behavior) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "behaviorBegan";

    /// <inheritdoc/>
    public override string Sentence => "It behaves from now on as was armed.";
}
