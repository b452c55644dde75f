namespace RollingDeploy.Core.Resources;

/// <summary>Something that SageMaker keeps under a name.</summary>
public interface IResource
{
    /// <summary>The name as it was given; names that differ only in case are the same.</summary>
    string Name { get; }

    /// <summary>When it was made.</summary>
    DateTimeOffset CreationTime { get; }

    /// <summary>When it last changed; what never changes, when it was made.</summary>
    DateTimeOffset LastModifiedTime => CreationTime;

    /// <summary>Its status as it stands on the wire; empty for what has none.</summary>
    string StatusName => "";

    /// <summary>What listings can pick it by.</summary>
    IEnumerable<Facet> Facets => [];
}
