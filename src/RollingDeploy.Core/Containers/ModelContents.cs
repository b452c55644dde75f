using System.Collections.Immutable;

namespace RollingDeploy.Core.Containers;

/// <summary>The contents of a model that its instances and requests depend on.</summary>
public sealed record ModelContents
{
    /// <summary>A model with one container and without data.</summary>
    public static readonly ModelContents Plain = new();

    /// <summary>The location of the first model data; null if it has none.</summary>
    public string? DataUrl { get; init; }

    /// <summary>Whether it is a multi-model, of which each request names a model.</summary>
    public bool IsMultiModel { get; init; }

    /// <summary>
    /// The containers that requests invoke by name (InferenceExecutionConfig Direct); empty if the containers are not invoked
    /// directly.
    /// </summary>
    public ImmutableArray<DirectContainer> Direct { get; init; } = [];
}

/// <summary>A container that is invoked by its name.</summary>
/// <param name="Hostname">AWS's ContainerHostname.</param>
/// <param name="Image">The image; null if there is none.</param>
/// <param name="Behavior">The behavior that its environment sets; null if it sets none.</param>
public sealed record DirectContainer(string Hostname, string? Image, ModelBehavior? Behavior)
{
    /// <summary>The image as a list.</summary>
    internal ImmutableArray<string> Images => Image is null ? [] : [Image];
}
