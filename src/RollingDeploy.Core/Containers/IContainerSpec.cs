using System.Collections.Immutable;

namespace RollingDeploy.Core.Containers;

/// <summary>The part of the specification of an instance that determines its behavior.</summary>
public interface IContainerSpec
{
    /// <summary>The model; null if there is none.</summary>
    string? ModelName { get; }

    /// <summary>The images of the containers, as specified.</summary>
    ImmutableArray<string> Images { get; }

    /// <summary>The behavior that the environment of the containers sets; null if it sets none.</summary>
    ModelBehavior? Behavior { get; }

    /// <summary>The contents of the model.</summary>
    ModelContents Contents { get; }
}
