namespace RollingDeploy.Core.Resources;

/// <summary>A SageMaker resource with a name.</summary>
public interface IResource
{
    /// <summary>The name as it was given. Names that differ only in case are the same.</summary>
    string Name { get; }

    /// <summary>When it was created.</summary>
    DateTimeOffset CreationTime { get; }

    /// <summary>When it was last changed. For an immutable resource, it is the creation time.</summary>
    DateTimeOffset LastModifiedTime => CreationTime;

    /// <summary>The status as in responses; empty if the resource has none.</summary>
    string StatusName => "";

    /// <summary>The values that listings can filter by.</summary>
    IEnumerable<Facet> Facets => [];
}
