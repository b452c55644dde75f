using RollingDeploy.Core.Arming;

namespace RollingDeploy.Core.Containers;

/// <summary>The behavior that was put for a model, in a snapshot.</summary>
internal sealed record SavedBehavior(string Model, ModelBehavior Behavior);

/// <summary>The behavior that was armed for a model, in a snapshot.</summary>
internal sealed record SavedArmedBehavior(string Model, ModelBehavior Behavior, SavedArmed Armed);
