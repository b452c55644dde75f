using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>AWS's InferenceComponentSpecification, as far as it decides anything: what a copy runs, and what it takes.</summary>
/// <param name="ModelName">The model; null where a container is given instead, and for adapters.</param>
public sealed record Specification(string? ModelName)
{
    /// <summary>The container's image, if one is given.</summary>
    public string? Image { get; init; }

    /// <summary>How its container's environment says that it behaves; null where it says nothing.</summary>
    public ModelBehavior? Behavior { get; init; }

    /// <summary>Where its container's data lie; null where it has none, or names a model instead.</summary>
    public string? DataUrl { get; init; }

    /// <summary>AWS's ContainerStartupHealthCheckTimeoutInSeconds; null for the world's own.</summary>
    public TimeSpan? PingTimeout { get; init; }

    /// <summary>AWS's ModelDataDownloadTimeoutInSeconds; null where downloads are waited for.</summary>
    public TimeSpan? DownloadTimeout { get; init; }

    /// <summary>What each copy takes of its instance; null only for adapters.</summary>
    public CopyNeeds? Needs { get; init; }

    /// <summary>MaxMemoryRequiredInMb, if it is given.</summary>
    public int? MaxMemoryMb { get; init; }

    /// <summary>The component that this is an adapter of; null for everything but adapters.</summary>
    public string? BaseName { get; init; }

    /// <summary>The instance type that it is meant for; null for any.</summary>
    public string? InstanceType { get; init; }
}

/// <summary>What a component is given: one specification, or one for each instance type of a variant that mixes types.</summary>
/// <param name="All">At least one.</param>
/// <param name="Document">The request's members as canonical JSON: they come back as they were given.</param>
public sealed record SpecificationSet(ImmutableArray<Specification> All, string Document)
{
    /// <summary>The component that this is an adapter of; null for everything but adapters.</summary>
    public string? BaseName => All[0].BaseName;

    /// <summary>The one that instances of a type run; null where none is meant for it.</summary>
    public Specification? For(string? instanceType) => All.Length == 1 || instanceType is null
        ? All[0]
        : All.FirstOrDefault(each => string.Equals(each.InstanceType, instanceType, StringComparison.OrdinalIgnoreCase));
}
