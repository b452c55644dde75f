using System.Collections.Immutable;

namespace RollingDeploy.Core.Containers;

/// <summary>What the containers of an instance are made from, as far as their behaviour asks.</summary>
public interface IContainerSpec
{
    /// <summary>The model; null where there is none.</summary>
    string? ModelName { get; }

    /// <summary>The containers' images, as specified.</summary>
    ImmutableArray<string> Images { get; }

    /// <summary>How their environment says that they behave; null where it says nothing.</summary>
    ModelBehavior? Behavior { get; }

    /// <summary>What the model is made of.</summary>
    ModelContents Contents { get; }
}
