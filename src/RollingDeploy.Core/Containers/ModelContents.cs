using System.Collections.Immutable;

namespace RollingDeploy.Core.Containers;

/// <summary>What a model is made of, as far as its instances or a request to them ask.</summary>
public sealed record ModelContents
{
    /// <summary>A model of one container without data.</summary>
    public static readonly ModelContents Plain = new();

    /// <summary>Where its first data lie; null where it has none.</summary>
    public string? DataUrl { get; init; }

    /// <summary>Whether it holds many models, of which each request names one.</summary>
    public bool IsMultiModel { get; init; }

    /// <summary>
    /// The containers of which each request names one (InferenceExecutionConfig Direct); empty where they answer together.
    /// </summary>
    public ImmutableArray<DirectContainer> Direct { get; init; } = [];
}

/// <summary>A container that is invoked by its name.</summary>
/// <param name="Hostname">AWS's ContainerHostname.</param>
/// <param name="Image">The image, if it names one.</param>
/// <param name="Behavior">How its environment says that it behaves; null where it says nothing.</param>
public sealed record DirectContainer(string Hostname, string? Image, ModelBehavior? Behavior)
{
    /// <summary>Its image, as a list of containers has it.</summary>
    internal ImmutableArray<string> Images => Image is null ? [] : [Image];
}
