namespace RollingDeploy.Core.Resources;

/// <summary>Something that SageMaker keeps under a name.</summary>
public interface IResource
{
    /// <summary>The name as it was given; names that differ only in case are the same.</summary>
    string Name { get; }

    /// <summary>When it was made.</summary>
    DateTimeOffset CreationTime { get; }

    /// <summary>Its status as it stands on the wire; empty for what has none.</summary>
    string StatusName => "";
}
