namespace RollingDeploy.Core;

/// <summary>Something that SageMaker keeps under a name.</summary>
public interface IResource
{
    /// <summary>The name as it was given; names that differ only in case are the same.</summary>
    string Name { get; }
}
