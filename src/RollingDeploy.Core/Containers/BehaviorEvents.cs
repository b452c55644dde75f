using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Containers;

/// <summary>Something was said of how a model behaves, or taken back.</summary>
/// <param name="Behavior">What was said; null where it was taken back.</param>
/// <param name="When">From which moment on, in words; null for at once.</param>
public sealed record BehaviorPut(ModelBehavior? Behavior, string? When) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "behaviorPut";

    /// <inheritdoc/>
    public override string Sentence => Behavior is null ? "What was said of its behavior was taken back."
        : When is null ? "It behaves from now on as was said."
        : $"It is to behave as was said, {When}.";
}

/// <summary>The moment has come that a behaviour was armed for.</summary>
public sealed record BehaviorBegan(ModelBehavior Behavior) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "behaviorBegan";

    /// <inheritdoc/>
    public override string Sentence => "It behaves from now on as was armed.";
}
