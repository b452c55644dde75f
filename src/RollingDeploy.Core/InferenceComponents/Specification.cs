using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>AWS's InferenceComponentSpecification, with the members that RollingDeploy uses.</summary>
/// <param name="ModelName">The model; null for a specification with a container, and for adapters.</param>
public sealed record Specification(string? ModelName)
{
    /// <summary>The image of the container; null if none is given.</summary>
    public string? Image { get; init; }

    /// <summary>The behavior that the environment of the container sets; null if it sets none.</summary>
    public ModelBehavior? Behavior { get; init; }

    /// <summary>The location of the data of the container; null if it has none, or if a model is given.</summary>
    public string? DataUrl { get; init; }

    /// <summary>AWS's ContainerStartupHealthCheckTimeoutInSeconds; null for the default of the world.</summary>
    public TimeSpan? PingTimeout { get; init; }

    /// <summary>AWS's ModelDataDownloadTimeoutInSeconds; null for no timeout.</summary>
    public TimeSpan? DownloadTimeout { get; init; }

    /// <summary>The resources that each copy uses; null only for adapters.</summary>
    public CopyNeeds? Needs { get; init; }

    /// <summary>MaxMemoryRequiredInMb; null if it is not given.</summary>
    public int? MaxMemoryMb { get; init; }

    /// <summary>The name of the base component of an adapter; null for other components.</summary>
    public string? BaseName { get; init; }

    /// <summary>The instance type that the specification is for; null for all types.</summary>
    public string? InstanceType { get; init; }
}

/// <summary>
/// The specification of a component, or one specification for each instance type of a variant with several types.
/// </summary>
/// <param name="All">The specifications. There is at least one.</param>
/// <param name="Document">The members of the request as canonical JSON, for responses.</param>
public sealed record SpecificationSet(ImmutableArray<Specification> All, string Document)
{
    /// <summary>The name of the base component of an adapter; null for other components.</summary>
    public string? BaseName => All[0].BaseName;

    /// <summary>Returns the specification for an instance type; null if there is none for it.</summary>
    public Specification? For(string? instanceType) => All.Length == 1 || instanceType is null
        ? All[0]
        : All.FirstOrDefault(each => string.Equals(each.InstanceType, instanceType, StringComparison.OrdinalIgnoreCase));
}
